package dev.assay.usecase;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.store.GovernanceStore;
import dev.assay.store.RunStore;
import java.util.List;
import java.util.function.Supplier;

/// Recorded runs.
public final class Runs {

  private final Supplier<GovernanceStore> workspace;

  /// @param workspace opens the workspace
  public Runs(Supplier<GovernanceStore> workspace) {
    this.workspace = workspace;
  }

  /// All runs, the latest first.
  public List<RunStore.Listed> list() {
    try (GovernanceStore store = workspace.get()) {
      return store.runs().list();
    }
  }

  /// A run by id, or by an unambiguous beginning of its id.
  public EvaluatedRun load(String id) {
    try (GovernanceStore store = workspace.get()) {
      return store.runs().load(id);
    }
  }

  /// Only the facts of that run.
  public Evaluation evaluation(String id) {
    try (GovernanceStore store = workspace.get()) {
      return store.runs().evaluation(id);
    }
  }

  /// Keeps a run without an audit.
  ///
  /// @return its id
  public String record(EvaluatedRun run) {
    try (GovernanceStore store = workspace.get()) {
      return store.runs().record(run);
    }
  }
}
