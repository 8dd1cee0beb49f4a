package dev.assay.metric.generation;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.MeanIntervals;
import dev.assay.metric.interval.RateIntervals;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// Metrics of models that go on with texts, with intervals over rows: rows are what the data would
/// have more of, not their tokens.
public final class GenerationMetrics {

  private static final double TAIL = 2;

  private GenerationMetrics() {}

  /// Every metric of a slice, with its interval where there is one.
  public static List<Measurement> of(GenerationStatistics statistics, double level) {
    List<Measurement> measured = new ArrayList<>();
    statistics
        .sums()
        .forEach((metric, sums) -> measured.add(measured(metric, sums, statistics, level)));
    return measured;
  }

  private static Measurement measured(
      String metric, QuantitySums sums, GenerationStatistics statistics, double level) {
    double n = statistics.effectiveN();
    double ratio = sums.ratio();
    return switch (metric) {
      case "choice_accuracy",
          "choice_accuracy_norm",
          "exact_match",
          "finished_rate",
          "accuracy_at_1",
          "accuracy_at_5",
          "first_likelier_share" ->
          Measurement.rate(metric, sums.amount(), sums.per(), "there are no rows")
              .with(RateIntervals.wilson(ratio * n, n, level));
      case "answer_f1", "rouge_l", "chrf" ->
          Measurement.of(metric, value(ratio, "there are no rows"))
              .with(share(ratio, sums.standardError(n), n, level));
      case "token_perplexity", "word_perplexity", "pseudo_perplexity" ->
          Measurement.of(
              metric,
              value(
                      Math.exp(ratio),
                      sums.per() == 0
                          ? "there are no tokens"
                          : "it is larger than a number can hold")
                  .with(exponential(student(sums, n, level))));
      case "mean_reciprocal_rank" ->
          Measurement.of(metric, value(ratio, "there are no rows"))
              .with(MeanIntervals.within(student(sums, n, level), 0, 1));
      case "mean_log_probability", "mean_pseudo_log_likelihood" ->
          Measurement.of(metric, value(ratio, "there are no rows"))
              .with(MeanIntervals.within(student(sums, n, level), Double.NEGATIVE_INFINITY, 0));
      default ->
          Measurement.of(metric, value(ratio, "there are no rows")).with(student(sums, n, level));
    };
  }

  private static MetricValue value(double number, String reason) {
    return Double.isFinite(number) ? MetricValue.of(number) : new MetricValue.Undefined(reason);
  }

  private static @Nullable Interval student(QuantitySums sums, double n, double level) {
    double error = sums.standardError(n);
    // decision: rows that are all the same do not say how far others may lie
    return error > 0 ? MeanIntervals.student(sums.ratio(), error, n, level) : null;
  }

  private static @Nullable Interval exponential(@Nullable Interval log) {
    if (log == null || !Double.isFinite(Math.exp(log.upper()))) {
      return null;
    }
    return new Interval(Math.exp(log.lower()), Math.exp(log.upper()), log.level(), "student_log");
  }

  /// Wilson's interval of a mean of numbers between 0 and 1, with as many trials as would give a
  /// rate the same standard error (Korn and Graubard 1998), Student's quantile for the normal one.
  /// Never of zero width: where all numbers are the same it is that of a rate of the rows.
  ///
  /// @param standardError of the mean
  /// @return nothing for fewer than two (effective) rows
  public static @Nullable Interval share(
      double mean, double standardError, double n, double level) {
    if (!(n > 1) || !Double.isFinite(mean) || !Double.isFinite(standardError)) {
      return null;
    }
    double tail = (1 - level) / TAIL;
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    double t = TDistribution.of(n - 1).inverseSurvivalProbability(tail);
    double within = Math.clamp(mean, 0, 1);
    double binomial = within * (1 - within);
    double trials =
        standardError > 0 && binomial > 0 ? binomial / (standardError * standardError) : n;
    double fewer = trials * (z / t) * (z / t);
    return RateIntervals.wilson(within * fewer, fewer, level);
  }
}
