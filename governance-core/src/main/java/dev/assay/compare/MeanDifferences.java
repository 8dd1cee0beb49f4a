package dev.assay.compare;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.MeanIntervals;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/// Differences of means over rows: each row's loss in the second run minus its loss in the first.
///
/// @param weights of each row, null when all are 1
/// @param level confidence level
record MeanDifferences(double @Nullable [] weights, double level) {

  /// A mean over rows.
  ///
  /// @param metric id
  /// @param first each row's in the first run
  /// @param second each row's in the second run
  /// @param shape what is made of the mean
  record Losses(String metric, double[] first, double[] second, Shape shape) {}

  /// What is made of a mean.
  enum Shape {
    /// The mean itself.
    MEAN(x -> x, (a, b) -> 1.0),
    /// Its root; √b − √a = (b − a) / (√a + √b).
    ROOT(Math::sqrt, (a, b) -> 1 / (Math.sqrt(a) + Math.sqrt(b)));

    private final DoubleUnaryOperator value;
    private final ToDoubleBiFunction<Double, Double> slope;

    Shape(DoubleUnaryOperator value, ToDoubleBiFunction<Double, Double> slope) {
      this.value = value;
      this.slope = slope;
    }
  }

  /// One estimate a slice that has rows.
  ///
  /// @param subjects of each slice
  List<Estimate> of(Losses losses, Slicing slicing, List<? extends Subject> subjects) {
    int groups = slicing.size();
    double[] a = new double[groups];
    double[] b = new double[groups];
    double[] difference = new double[groups];
    double[] squares = new double[groups];
    double[] total = new double[groups];
    double[] squaredWeights = new double[groups];
    long[] n = new long[groups];
    for (int i = 0; i < losses.first.length; i++) {
      int g = slicing.codes()[i];
      double w = weights == null ? 1 : weights[i];
      double d = losses.second[i] - losses.first[i];
      a[g] += w * losses.first[i];
      b[g] += w * losses.second[i];
      difference[g] += w * d;
      squares[g] += w * d * d;
      total[g] += w;
      squaredWeights[g] += w * w;
      n[g]++;
    }
    List<Estimate> all = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      if (n[g] > 0) {
        double effective = total[g] * total[g] / squaredWeights[g];
        Interval interval =
            MeanIntervals.student(difference[g], squares[g], total[g], effective, level);
        all.add(
            estimate(losses, subjects.get(g), a[g] / total[g], b[g] / total[g], interval, n[g]));
      }
    }
    return all;
  }

  private Estimate estimate(
      Losses losses,
      Subject subject,
      double first,
      double second,
      @Nullable Interval interval,
      long n) {
    Shape shape = losses.shape;
    double slope = shape.slope.applyAsDouble(first, second);
    double estimate = (second - first) * slope;
    // decision: rows that all differ alike tell nothing of how far others would
    double factor = Double.isFinite(slope) ? slope : 0;
    Interval scaled =
        interval == null || (first != second && interval.lower() == interval.upper())
            ? null
            : new Interval(
                interval.lower() * factor,
                interval.upper() * factor,
                interval.level(),
                interval.method());
    return new Estimate(
        losses.metric,
        subject,
        null,
        MetricValue.of(shape.value.applyAsDouble(first)),
        MetricValue.of(shape.value.applyAsDouble(second)),
        scaled,
        scaled == null ? Double.NaN : Gauss.twoSided(first == second ? 0 : estimate, scaled),
        n,
        true);
  }
}
