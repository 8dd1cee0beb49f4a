package dev.assay.evaluation;

import dev.assay.predictions.Predictions;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;

/// Metrics × slices × intervals.
public final class Evaluator {

  private Evaluator() {}

  /// Computes every metric of the task for everyone, each group and each intersection.
  /// Deterministic whatever the number of threads.
  public static Facts evaluate(
      EvaluationInput input, Progress progress, Cancellation cancellation) {
    return switch (input.predictions()) {
      case Predictions.Binary binary ->
          new BinaryFacts(input, binary, progress, cancellation).compute();
      case Predictions.Multiclass multiclass ->
          new MulticlassFacts(input, multiclass, progress, cancellation).compute();
      case Predictions.MultiLabel labels ->
          new MultiLabelFacts(input, labels, progress, cancellation).compute();
      case Predictions.TokenTags tags ->
          new TokenFacts(input, tags, progress, cancellation).compute();
      case Predictions.Generated generated ->
          new GenerationFacts(input, generated, progress, cancellation).compute();
      case Predictions.Forecasted forecasted ->
          new ForecastFacts(input, forecasted, progress, cancellation).compute();
      case Predictions.Regression regression ->
          new RegressionFacts(input, regression, progress, cancellation).compute();
    };
  }
}
