package dev.assay.compare;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.classification.BinaryMetrics;
import dev.assay.metric.interval.CountBootstrap;
import dev.assay.metric.interval.CountIntervals;
import dev.assay.metric.interval.PairedProportions;
import dev.assay.metric.interval.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Differences of everything that decisions tell of a slice. Rates whose rows at risk are the same
/// in both runs: Tango's interval and McNemar's test. Other numbers: whole tables resampled (joint
/// cells, multinomial), or the delta method where there are very many slices; their p-values take
/// the difference as normal with the spread of the draws.
///
/// @param level confidence level
/// @param draws tables drawn
/// @param seed of all draws
record TableDifferences(double level, int draws, long seed) {

  /// Rows spread over the cells, so that a cell that is empty by chance is not certain to be.
  private static final double PSEUDO_ROWS = 2;

  /// Numbers whose denominators depend on the decisions.
  private static final Map<String, ToDoubleFunction<double[]>> COMPOSED =
      new java.util.TreeMap<>(
          Map.of(
              "precision", t -> t[0] / (t[0] + t[1]),
              "npv", t -> t[3] / (t[2] + t[3]),
              "f1", t -> 2 * t[0] / (2 * t[0] + t[1] + t[2]),
              "balanced_accuracy", t -> (recall(t) + specificity(t)) / 2,
              "g_mean", t -> Math.sqrt(recall(t) * specificity(t)),
              "mcc", CountIntervals::mcc,
              "cohen_kappa", CountIntervals::kappa));

  /// @param target the class that is positive here, absent in a binary task
  /// @param resampled whether tables are drawn; else the delta method
  List<Estimate> of(Subject subject, @Nullable String target, JointTable table, boolean resampled) {
    Map<String, MetricValue> first = values(JointTable.first(table.cells()), table);
    Map<String, MetricValue> second = values(JointTable.second(table.cells()), table);
    Slice slice = new Slice(subject, target, table, first, second);
    double[] c = table.cells();
    List<Estimate> all = new ArrayList<>();
    all.add(slice.rate("selection_rate", c[2] + c[6], c[1] + c[5], table.total(), level));
    all.add(slice.rate("accuracy", c[1] + c[6], c[2] + c[5], table.total(), level));
    all.add(slice.rate("recall", c[6], c[5], table.positives(), level));
    all.add(slice.rate("fpr", c[2], c[1], table.negatives(), level));
    Spread spread = Spread.of(table, resampled ? draws : 0, Seeds.derive(seed, slice.name()));
    COMPOSED.forEach((metric, number) -> all.add(slice.composed(metric, number, spread, level)));
    return all;
  }

  private static double recall(double[] t) {
    return t[0] / (t[0] + t[2]);
  }

  private static double specificity(double[] t) {
    return t[3] / (t[1] + t[3]);
  }

  private static Map<String, MetricValue> values(double[] t, JointTable table) {
    BinaryStatistics counts =
        new BinaryStatistics(table.n(), table.squared(), t[0], t[1], t[2], t[3], null);
    Map<String, MetricValue> values = new java.util.HashMap<>();
    for (Measurement m : BinaryMetrics.of(counts)) {
      values.put(m.metric(), m.value());
    }
    return values;
  }

  private record Slice(
      Subject subject,
      @Nullable String target,
      JointTable table,
      Map<String, MetricValue> first,
      Map<String, MetricValue> second) {

    String name() {
      return subject.describe() + "|" + target;
    }

    Estimate rate(String metric, double onlyFirst, double onlySecond, double n, double level) {
      double scale = table.effective();
      boolean known = n > 0;
      return estimate(
          metric,
          PairedProportions.tango(onlyFirst * scale, onlySecond * scale, n * scale, level),
          known ? PairedProportions.mcNemar(onlyFirst * scale, onlySecond * scale) : Double.NaN);
    }

    Estimate composed(
        String metric, ToDoubleFunction<double[]> number, Spread spread, double level) {
      ToDoubleFunction<double[]> difference =
          cells ->
              number.applyAsDouble(JointTable.second(cells))
                  - number.applyAsDouble(JointTable.first(cells));
      return estimate(metric, spread.interval(difference, level), spread.pValue(difference));
    }

    private Estimate estimate(String metric, @Nullable Interval interval, double pValue) {
      return new Estimate(
          metric,
          subject,
          target,
          java.util.Objects.requireNonNull(first.get(metric)),
          java.util.Objects.requireNonNull(second.get(metric)),
          interval,
          pValue,
          table.n(),
          true);
    }
  }

  /// How far a difference could be off.
  ///
  /// @param table the slice, turned so that it is the same whichever run comes first
  /// @param turned whether it was turned
  /// @param even whether it looks the same from both sides
  /// @param drawn absent for the delta method
  private record Spread(
      JointTable table, boolean turned, boolean even, @Nullable CountBootstrap drawn) {

    static Spread of(JointTable given, int draws, long seed) {
      JointTable mirrored = given.mirrored();
      int order = Arrays.compare(given.cells(), mirrored.cells());
      JointTable table = order < 0 ? mirrored : given;
      return new Spread(
          table,
          order < 0,
          order == 0,
          draws > 0 && table.n() > 0
              ? CountBootstrap.smoothed(table.cells(), table.effectiveN(), draws, seed)
              : null);
    }

    @Nullable Interval interval(ToDoubleFunction<double[]> difference, double level) {
      if (table.n() == 0) {
        return null;
      }
      Interval interval =
          drawn == null ? delta(difference, level) : drawn.holding(difference, level);
      if (interval == null) {
        return null;
      }
      if (even) {
        double reach = Math.max(-interval.lower(), interval.upper());
        return new Interval(-reach, reach, level, interval.method());
      }
      return turned
          ? new Interval(-interval.upper(), -interval.lower(), level, interval.method())
          : interval;
    }

    double pValue(ToDoubleFunction<double[]> difference) {
      double estimate = difference.applyAsDouble(table.cells());
      return Gauss.twoSided(estimate, error(difference));
    }

    private double error(ToDoubleFunction<double[]> difference) {
      if (drawn == null) {
        return table.n() == 0 ? Double.NaN : deltaError(difference);
      }
      double[] values =
          Arrays.stream(drawn.values(difference)).filter(v -> !Double.isNaN(v)).toArray();
      double mean = Arrays.stream(values).average().orElse(Double.NaN);
      return values.length < drawn.size() / 2
          ? Double.NaN
          : Math.sqrt(
              Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    private @Nullable Interval delta(ToDoubleFunction<double[]> difference, double level) {
      double estimate = difference.applyAsDouble(table.cells());
      double error = deltaError(difference);
      return Gauss.interval(estimate, error, level, "delta");
    }

    /// From the influence of a row of each kind, at slightly evened counts.
    private double deltaError(ToDoubleFunction<double[]> difference) {
      double unit = table.total() / table.effectiveN();
      double[] even =
          Arrays.stream(table.cells()).map(c -> c + PSEUDO_ROWS / JointTable.SIZE * unit).toArray();
      double total = Arrays.stream(even).sum();
      double step = Math.min(unit / 16, total * 1e-4);
      double at = difference.applyAsDouble(even);
      double mean = 0;
      double[] influence = new double[even.length];
      for (int c = 0; c < even.length; c++) {
        double[] more = even.clone();
        more[c] += step;
        influence[c] = (difference.applyAsDouble(more) - at) / step;
        mean += even[c] / total * influence[c];
      }
      double variance = 0;
      for (int c = 0; c < even.length; c++) {
        variance += even[c] / total * (influence[c] - mean) * (influence[c] - mean);
      }
      return Math.sqrt(variance * total * total / table.effectiveN());
    }
  }
}
