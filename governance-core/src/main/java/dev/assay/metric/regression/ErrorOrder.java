package dev.assay.metric.regression;

import dev.assay.metric.RegressionStatistics.MedianBand;
import org.jspecify.annotations.Nullable;

/// Absolute errors of each group in ascending order: median, what lies around it, and the largest.
record ErrorOrder(GroupRuns runs, double[] absolute, double @Nullable [] weights) {

  /// Half of the weight is on either side; between two rows their mean.
  double median(int g) {
    int from = runs.start()[g];
    int to = runs.start()[g + 1];
    if (from == to) {
      return Double.NaN;
    }
    if (weights == null) {
      return (at(from + (to - from - 1) / 2) + at(from + (to - from) / 2)) / 2;
    }
    double total = 0;
    for (int i = from; i < to; i++) {
      total += weights[runs.rows()[i]];
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += weights[runs.rows()[i]];
      if (sum > total / 2 || i == to - 1) {
        return at(i);
      }
      if (sum == total / 2) {
        return (at(i) + at(i + 1)) / 2;
      }
    }
    return at(to - 1);
  }

  /// Order statistics around the median; ranks are stretched where the effective n is smaller.
  MedianBand band(int g, double effectiveN) {
    double[] below = new double[MedianBand.SIZE];
    double[] above = new double[MedianBand.SIZE];
    int from = runs.start()[g];
    int n = runs.start()[g + 1] - from;
    for (int step = 0; step < MedianBand.SIZE && n > 0; step++) {
      double reach = step * MedianBand.STEP / (2 * Math.sqrt(Math.max(1, effectiveN)));
      int low = (int) Math.floor((0.5 - reach) * n - 0.5);
      int high = (int) Math.ceil((0.5 + reach) * n - 0.5);
      below[step] = at(from + Math.clamp(low, 0, n - 1));
      above[step] = at(from + Math.clamp(high, 0, n - 1));
    }
    return new MedianBand(below, above);
  }

  /// The largest; NaN without rows.
  double largest(int g) {
    return runs.start()[g] == runs.start()[g + 1] ? Double.NaN : at(runs.start()[g + 1] - 1);
  }

  private double at(int position) {
    return absolute[runs.rows()[position]];
  }
}
