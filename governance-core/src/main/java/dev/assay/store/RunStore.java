package dev.assay.store;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;

/// Runs that audits rest on.
public interface RunStore {

  /// A run by id, or by an unambiguous beginning of its id.
  ///
  /// @throws dev.assay.common.UsageError when there is none, or several
  EvaluatedRun load(String id);

  /// Only the facts of that run, for instance as a baseline.
  ///
  /// @throws dev.assay.common.UsageError when there is none, or several
  Evaluation evaluation(String id);
}
