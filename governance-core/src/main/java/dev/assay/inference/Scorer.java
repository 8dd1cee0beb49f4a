package dev.assay.inference;

import dev.assay.work.Cancellation;
import dev.assay.work.Progress;

/// Runs a model over an imported dataset. Runs in the worker.
@FunctionalInterface
public interface Scorer {

  /// Scores every row, in order; the output folder is complete when this returns.
  ///
  /// @throws dev.assay.common.InputRejected when a cell does not fit an input; the sentence names
  ///   row and column
  /// @throws dev.assay.common.WorkFailed when the runtime fails
  ScoreReport score(ScoreRequest request, Progress progress, Cancellation cancellation);
}
