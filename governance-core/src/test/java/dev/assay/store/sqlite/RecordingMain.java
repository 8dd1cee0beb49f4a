package dev.assay.store.sqlite;

import dev.assay.audit.Dossier;
import dev.assay.store.GovernanceStore;
import java.nio.file.Path;

/// A process of its own that records audits and says each id once it is recorded.
final class RecordingMain {

  private RecordingMain() {}

  /// Records.
  ///
  /// @param args workspace, number of audits, number of the first one, workspace with the audit
  ///   that is recorded again and again
  public static void main(String[] args) {
    Dossier template = template(Path.of(args[3]));
    int first = Integer.parseInt(args[2]);
    try (GovernanceStore store = SqliteStore.open(Path.of(args[0]))) {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        Dossier dossier = StoredAudits.again(template, first + i);
        store.audits().record(dossier);
        System.out.println(dossier.audit().id());
        System.out.flush();
      }
    }
  }

  private static Dossier template(Path workspace) {
    try (GovernanceStore store = SqliteStore.open(workspace)) {
      return store.audits().load("latest");
    }
  }
}
