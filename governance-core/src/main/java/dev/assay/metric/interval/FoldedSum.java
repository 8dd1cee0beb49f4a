package dev.assay.metric.interval;

import java.util.function.DoubleUnaryOperator;

/// A weighted sum of |gap| or gap² over bins with independent noise; its mean and variance. Gaps of
/// different size are thought of as one shape times a scale: at scale 0 the model is calibrated, at
/// scale 1 its gaps are the observed ones. The noise of a bin is that of a share of so many rows; a
/// few rows are counted out exactly, more are taken as normal.
///
/// @param share weight of each bin, summing to 1
/// @param predicted mean score of each bin
/// @param gap mean score minus observed share of each bin
/// @param rows (effective) rows in each bin
/// @param squared whether gaps are squared or taken absolutely
record FoldedSum(double[] share, double[] predicted, double[] gap, double[] rows, boolean squared) {

  /// Bins without an observed gap still may have one: this share of their standard deviation.
  private static final double SMALLEST_SHAPE = 0.05;

  private static final int COUNTED_ROWS = 30;
  private static final double HIGHEST = 1e12;

  /// The observed sum.
  double observed() {
    double sum = 0;
    for (int b = 0; b < share.length; b++) {
      sum += share[b] * (squared ? gap[b] * gap[b] : Math.abs(gap[b]));
    }
    return sum;
  }

  /// The sum without noise at a scale.
  double exact(double scale) {
    double sum = 0;
    for (int b = 0; b < share.length; b++) {
      if (share[b] > 0) {
        double size = scale * shape(b);
        sum += share[b] * (squared ? size * size : size);
      }
    }
    return sum;
  }

  /// The scale at which the observed sum stands `z` standard deviations above its mean; 0 where it
  /// does not stand as high even at scale 0.
  double scaleAt(double z) {
    double observed = observed();
    DoubleUnaryOperator excess = scale -> upTo(scale, z) - observed;
    if (excess.applyAsDouble(0) >= 0 || exact(1) == 0) {
      return 0;
    }
    double high = 1;
    while (excess.applyAsDouble(high) < 0 && high < HIGHEST) {
      high *= 2;
    }
    return Roots.bisect(excess, 0, high);
  }

  private double shape(int b) {
    return Math.abs(gap[b]) + SMALLEST_SHAPE * deviation(predicted[b], b);
  }

  private double deviation(double rate, int b) {
    return Math.sqrt(rate * (1 - rate) / rows[b]);
  }

  private double upTo(double scale, double z) {
    double mean = 0;
    double variance = 0;
    for (int b = 0; b < share.length; b++) {
      if (share[b] > 0) {
        double size = scale * shape(b);
        double toward = gap[b] < 0 ? 1 : -1;
        double rate = Math.clamp(predicted[b] + toward * size, 0.0, 1.0);
        double s = deviation((rate * rows[b] + predicted[b]) / (rows[b] + 1), b);
        double square = size * size + s * s;
        if (squared) {
          mean += share[b] * square;
          variance += share[b] * share[b] * (2 * s * s * s * s + 4 * size * size * s * s);
        } else {
          double folded = isCounted(b) && size < 1 ? counted(b, rate) : folded(size, s);
          mean += share[b] * folded;
          variance += share[b] * share[b] * Math.max(0, square - folded * folded);
        }
      }
    }
    return mean + z * Math.sqrt(variance);
  }

  private boolean isCounted(int b) {
    return rows[b] <= COUNTED_ROWS && Math.abs(rows[b] - Math.rint(rows[b])) < 1e-9;
  }

  /// Mean distance of the observed share from the mean score, over every number of positive rows.
  private double counted(int b, double rate) {
    int n = (int) Math.rint(rows[b]);
    if (rate <= 0 || rate >= 1) {
      return Math.abs(predicted[b] - rate);
    }
    double probability = Math.pow(1 - rate, n);
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      sum += probability * Math.abs((double) k / n - predicted[b]);
      probability *= rate / (1 - rate) * (n - k) / (k + 1);
    }
    return sum;
  }

  /// Mean of the absolute value of a normal number.
  private static double folded(double mean, double s) {
    if (s == 0) {
      return mean;
    }
    double t = mean / s;
    return s * Math.sqrt(2 / Math.PI) * Math.exp(-t * t / 2) + mean * (1 - 2 * Normal.cdf(-t));
  }
}
