package dev.assay.usecase;

import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.store.AuditStore;
import dev.assay.store.GovernanceStore;
import java.util.List;
import java.util.function.Supplier;

/// Recorded audits.
public final class Audits {

  private final Supplier<GovernanceStore> workspace;

  /// @param workspace opens the workspace
  public Audits(Supplier<GovernanceStore> workspace) {
    this.workspace = workspace;
  }

  /// All audits, the latest first.
  public List<AuditStore.Listed> list() {
    try (GovernanceStore store = workspace.get()) {
      return store.audits().list();
    }
  }

  /// Audits of this very model, whatever its file was called, the latest first.
  public List<AuditStore.Listed> ofModel(Digest model) {
    try (GovernanceStore store = workspace.get()) {
      return store.audits().ofModel(model);
    }
  }

  /// An audit by id, by an unambiguous beginning of its id, or "latest".
  public RecordedAudit load(String id) {
    try (GovernanceStore store = workspace.get()) {
      Dossier dossier = store.audits().load(id);
      return new RecordedAudit(dossier, store.cards().versions(dossier.audit().id()));
    }
  }
}
