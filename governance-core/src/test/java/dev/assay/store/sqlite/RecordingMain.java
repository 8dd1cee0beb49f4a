package dev.assay.store.sqlite;

import dev.assay.audit.Dossier;
import dev.assay.store.GovernanceStore;
import java.nio.file.Path;

/// A process of its own that records audits and says each id once it is recorded.
final class RecordingMain {

  private RecordingMain() {}

  /// @param args workspace, number of audits, number of the first one
  public static void main(String[] args) {
    StoredAudits audits = new StoredAudits();
    int first = Integer.parseInt(args[2]);
    try (GovernanceStore store = SqliteStore.open(Path.of(args[0]))) {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        Dossier dossier = audits.dossier(first + i);
        store.audits().record(dossier);
        System.out.println(dossier.audit().id());
        System.out.flush();
      }
    }
  }
}
