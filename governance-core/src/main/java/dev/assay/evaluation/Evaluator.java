package dev.assay.evaluation;

import dev.assay.work.Cancellation;
import dev.assay.work.Progress;

/// Metrics × slices × intervals.
public final class Evaluator {

  private Evaluator() {}

  /// Computes every metric of the task for everyone, each group and each intersection.
  /// Deterministic whatever the number of threads.
  public static Facts evaluate(
      EvaluationInput input, Progress progress, Cancellation cancellation) {
    throw new IllegalStateException("to be built");
  }
}
