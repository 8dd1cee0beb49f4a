package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.cost.Cost;
import dev.assay.cost.PriceSheet;
import dev.assay.cost.PriceSheets;
import dev.assay.dataset.Dataset;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.cost.CostRequest;
import dev.assay.inference.cost.Measurement;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Measures what a run's model takes, when somebody asked.
///
/// @param workers make the worker that measures: one of its own, so that its memory is the model's
/// @param progress told how far it has come
/// @param cancellation may stop it
record CostMeasuring(WorkerFactory workers, Progress progress, Cancellation cancellation) {

  private static final long BUDGET_MILLIS = 12_000;

  /// The sheets that were asked for, read before anything is measured; none when nobody asked.
  ///
  /// @throws UsageError when there is no model to measure or a figure makes no sense
  static List<PriceSheet> sheets(EvaluateRequest request) {
    CostAsked asked = request.cost();
    if (asked == null) {
      return List.of();
    }
    if (request.model() == null) {
      throw new UsageError(
          "USAGE-COST",
          "Stored scores have no cost that could be measured.",
          "Give the model with --model, or leave --cost out.");
    }
    Long monthly = asked.monthly();
    if (monthly != null && monthly < 1) {
      throw new UsageError(
          "USAGE-MONTHLY",
          "A load of " + monthly + " predictions a month is below 1.",
          "Give a number such as --monthly 1000000.");
    }
    Double budget = asked.latencyBudgetMillis();
    if (budget != null && !(budget > 0 && Double.isFinite(budget))) {
      throw new UsageError(
          "USAGE-LATENCY-BUDGET",
          "A latency budget of " + budget + " milliseconds is not above 0.",
          "Give milliseconds such as --latency-budget 50.");
    }
    return PriceSheets.of(asked.prices());
  }

  /// What the model takes; absent when nobody asked.
  ///
  /// @param model the model as it can be read
  /// @param answered how it answered
  /// @param plan how it ran
  /// @param scratch an empty folder
  @Nullable Cost of(
      EvaluateRequest request,
      List<PriceSheet> sheets,
      @Nullable Path model,
      Dataset dataset,
      Answered answered,
      RunPlan plan,
      Path scratch) {
    CostAsked asked = request.cost();
    if (asked == null || model == null) {
      return null;
    }
    ScoreRequest score =
        new ScoreRequest(
            model.toAbsolutePath(),
            dataset.columnarFolder(),
            Objects.requireNonNull(answered.binding()),
            plan.asking(
                answered.model() == null
                    ? null
                    : GenerationTask.ask(dataset, request, answered.model())),
            scratch,
            Scoring.filesOf(dataset));
    try (Worker worker =
        workers.forFilesOf(
            FileSizes.of(model, request.data()), Duration.ofSeconds(request.timeoutSeconds()))) {
      Measurement measured =
          worker.cost(new CostRequest(score, BUDGET_MILLIS), progress, cancellation);
      return new Cost(
          Devices.processor(System.getProperty("os.arch")),
          measured,
          sheets,
          asked.monthly(),
          asked.latencyBudgetMillis());
    }
  }
}
