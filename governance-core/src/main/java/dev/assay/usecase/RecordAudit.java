package dev.assay.usecase;

import dev.assay.audit.Dossier;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import dev.assay.store.GovernanceStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/// Judges a run and records the audit.
public final class RecordAudit {

  private final Supplier<GovernanceStore> workspace;
  private final Judging judging;

  /// @param workspace opens the workspace
  /// @param clock tells when the audit was made
  public RecordAudit(Supplier<GovernanceStore> workspace, Clock clock) {
    this.workspace = workspace;
    this.judging = new Judging(clock);
  }

  /// A built-in policy by id, or a file.
  public Policy policy(String nameOrFile) {
    return Policies.load(nameOrFile);
  }

  /// Judges and records; durable when this returns.
  ///
  /// @param title when blank, one is made from model and dataset
  public RecordedAudit record(
      EvaluatedRun run, Policy policy, String title, String purpose, String notes) {
    Dossier dossier = judging.judge(run, policy, List.of(), title, purpose, notes);
    try (GovernanceStore store = workspace.get()) {
      store.audits().record(dossier);
    }
    return new RecordedAudit(dossier);
  }
}
