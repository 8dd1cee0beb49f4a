package dev.assay.evaluation;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.RegressionStatistics;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.interval.GroupEstimate;
import dev.assay.metric.interval.RegressionIntervals;
import dev.assay.metric.regression.RegressionKernel;
import dev.assay.metric.regression.RegressionMetrics;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything that is computed of a model that predicts numbers.
final class RegressionFacts {

  /// Comparison → what is compared, in words.
  private static final Map<String, String> GAPS =
      new TreeMap<>(
          Map.of(
              "mae", "mean absolute error",
              "rmse", "root mean squared error",
              "mean_error", "mean error",
              "r2", "R²",
              "median_ae", "median absolute error",
              "mean_target", "mean true value",
              "mean_prediction", "mean prediction"));

  private final Regression predictions;
  private final EvaluationSettings settings;
  private final SlicedFacts sliced;

  RegressionFacts(
      EvaluationInput input, Regression predictions, Progress progress, Cancellation cancellation) {
    this.predictions = predictions;
    this.sliced = SlicedFacts.of(input, progress, cancellation);
    this.settings = sliced.settings();
  }

  Facts compute() {
    sliced.stages().begin("sorting rows by error");
    RegressionKernel kernel = RegressionKernel.of(predictions, settings.threads());
    RegressionStatistics whole = kernel.whole();
    sliced.stages().begin("summing errors of groups");
    List<List<RegressionStatistics>> slices = kernel.of(sliced.plan().slicings());
    List<MetricRow> rows = new ArrayList<>(rows(SliceKey.WHOLE, whole, null));
    rows.addAll(sliced.rows(slices, (key, s, _) -> rows(key, s, whole)));
    return sliced.facts(rows, disparities(slices), whole.n(), Curves.NONE, List.of());
  }

  private List<MetricRow> rows(
      SliceKey key, RegressionStatistics s, @Nullable RegressionStatistics whole) {
    SliceRows rows = new SliceRows(key, null, s.n());
    RegressionIntervals.addTo(RegressionMetrics.of(s), s, settings.level()).forEach(rows::add);
    if (s.sumWeightSquared() != s.weight()) {
      rows.add("effective_n", s.effectiveN(), "no rows", null);
    }
    if (whole != null) {
      rows.add(
          ImpactRows.representation(s.weight(), s.effectiveN(), whole.weight(), settings.level()));
    }
    return rows.list();
  }

  private List<Tested> disparities(List<List<RegressionStatistics>> slices) {
    List<Supplier<List<Tested>>> tasks = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slicing slicing = sliced.plan().slicings().get(i);
      List<RegressionStatistics> own = slices.get(i);
      GroupComparer<RegressionStatistics> comparer =
          new GroupComparer<>(slicing, own, null, settings);
      GAPS.forEach(
          (metric, noun) ->
              tasks.add(
                  () ->
                      comparer.compare(
                          Comparison.<RegressionStatistics>difference(
                                  metric + "_difference", metric, noun, s -> number(metric, s))
                              .forMany())));
      double[][] weight = own.stream().map(s -> new double[] {s.weight()}).toArray(double[][]::new);
      tasks.add(() -> List.of(new LabelComparisons(slicing, weight, 1).sizes()));
    }
    return sliced.compared(tasks);
  }

  private static GroupNumber number(String metric, RegressionStatistics s) {
    MetricValue value =
        RegressionMetrics.of(s).stream()
            .filter(m -> m.metric().equals(metric))
            .findFirst()
            .orElseThrow()
            .value();
    return switch (value) {
      case MetricValue.Undefined(String reason) -> new GroupNumber.Undefined(reason);
      case MetricValue.Defined defined -> limited(metric, defined, s);
    };
  }

  private static GroupNumber limited(
      String metric, MetricValue.Defined value, RegressionStatistics s) {
    List<Measurement> plain = List.of(Measurement.of(metric, MetricValue.of(value.value())));
    MetricValue tried = RegressionIntervals.addTo(plain, s, 0.5).getFirst().value();
    if (!(tried instanceof MetricValue.Defined known) || known.interval() == null) {
      return new GroupNumber.Bare(value.value());
    }
    return new GroupNumber.Limited(
        new GroupEstimate(value.value(), z -> interval(plain, s, TableIntervals.levelOf(z))));
  }

  private static Interval interval(
      List<Measurement> measured, RegressionStatistics s, double level) {
    MetricValue value = RegressionIntervals.addTo(measured, s, level).getFirst().value();
    if (value instanceof MetricValue.Defined known && known.interval() != null) {
      return known.interval();
    }
    throw new IllegalStateException("an interval vanished at level " + level);
  }
}
