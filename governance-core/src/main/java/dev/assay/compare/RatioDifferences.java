package dev.assay.compare;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.MeanIntervals;
import dev.assay.predictions.Predictions.Quantity;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Differences of quotients of totals over the same rows, by linearisation (Cochran 1977, 6.3): of
/// each row what it adds to the second quotient less what it adds to the first.
///
/// @param metric id
/// @param first of each shared row in the first run
/// @param second of each shared row in the second
/// @param logarithmic whether the number is e to the quotient, as a perplexity is
/// @param weights of each row, null when all are 1
/// @param level confidence level
record RatioDifferences(
    String metric,
    Quantity first,
    Quantity second,
    boolean logarithmic,
    double @Nullable [] weights,
    double level) {

  /// One estimate a slice that has rows.
  ///
  /// @param subjects of each slice
  List<Estimate> of(Slicing slicing, List<? extends Subject> subjects) {
    int groups = slicing.size();
    Sums[] sums = new Sums[groups];
    for (int g = 0; g < groups; g++) {
      sums[g] = new Sums();
    }
    for (int i = 0; i < first.per().length; i++) {
      sums[slicing.codes()[i]].add(i, weight(i));
    }
    double[] squares = new double[groups];
    for (int i = 0; i < first.per().length; i++) {
      Sums own = sums[slicing.codes()[i]];
      double added = weight(i) * (own.second(i) - own.first(i));
      squares[slicing.codes()[i]] += added * added;
    }
    List<Estimate> all = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      if (sums[g].n > 0) {
        all.add(estimate(subjects.get(g), sums[g], squares[g]));
      }
    }
    return all;
  }

  private Estimate estimate(Subject subject, Sums sums, double squares) {
    double n = sums.weight * sums.weight / sums.squaredWeight;
    MetricValue one = value(sums.firstValue(), sums.firstPer);
    MetricValue two = value(sums.secondValue(), sums.secondPer);
    double error = Math.sqrt(squares * n / (n - 1));
    double difference = two.orNaN() - one.orNaN();
    // decision: rows that all differ alike tell nothing of how far others would
    Interval interval = error > 0 ? MeanIntervals.student(difference, error, n, level) : null;
    return new Estimate(
        metric,
        subject,
        null,
        one,
        two,
        interval,
        interval == null ? Double.NaN : Gauss.twoSided(difference, interval),
        sums.n,
        true);
  }

  private static MetricValue value(double number, double per) {
    return Double.isFinite(number)
        ? MetricValue.of(number)
        : new MetricValue.Undefined(
            per == 0 ? "nothing to divide by" : "it is larger than a number can hold");
  }

  private double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  /// Totals of a slice in both runs.
  private final class Sums {
    private long n;
    private double weight;
    private double squaredWeight;
    private double firstAmount;
    private double firstPer;
    private double secondAmount;
    private double secondPer;

    void add(int row, double w) {
      n++;
      weight += w;
      squaredWeight += w * w;
      firstAmount += w * first.amount()[row];
      firstPer += w * first.per()[row];
      secondAmount += w * second.amount()[row];
      secondPer += w * second.per()[row];
    }

    double firstValue() {
      return shaped(firstAmount / firstPer);
    }

    double secondValue() {
      return shaped(secondAmount / secondPer);
    }

    /// What a row adds to the first run's number, per unit of weight.
    double first(int row) {
      double ratio = firstAmount / firstPer;
      return slope(ratio) * (first.amount()[row] - ratio * first.per()[row]) / firstPer;
    }

    /// What a row adds to the second run's number, per unit of weight.
    double second(int row) {
      double ratio = secondAmount / secondPer;
      return slope(ratio) * (second.amount()[row] - ratio * second.per()[row]) / secondPer;
    }

    private double shaped(double ratio) {
      return logarithmic ? Math.exp(ratio) : ratio;
    }

    private double slope(double ratio) {
      return logarithmic ? Math.exp(ratio) : 1;
    }
  }
}
