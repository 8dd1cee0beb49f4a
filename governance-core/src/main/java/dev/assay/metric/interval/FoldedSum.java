package dev.assay.metric.interval;

import java.util.function.DoubleUnaryOperator;

/// A weighted sum of |gap| or gap² over bins whose gaps are normal and independent; its mean and
/// variance in closed form. Gaps of different size are thought of as one shape times a scale.
///
/// @param share weight of each bin, summing to 1
/// @param shape size of each bin's gap at scale 1, above 0
/// @param deviation standard deviation of each bin's gap
/// @param squared whether gaps are squared or taken absolutely
record FoldedSum(double[] share, double[] shape, double[] deviation, boolean squared) {

  /// The sum without noise at a scale.
  double exact(double scale) {
    double sum = 0;
    for (int b = 0; b < share.length; b++) {
      double gap = scale * shape[b];
      sum += share[b] * (squared ? gap * gap : gap);
    }
    return sum;
  }

  /// The scale at which the observed sum stands `z` standard deviations above its mean; 0 where it
  /// does not stand as high even at scale 0.
  double scaleAt(double observed, double z) {
    DoubleUnaryOperator excess = scale -> upTo(scale, z) - observed;
    if (excess.applyAsDouble(0) >= 0 || exact(1) == 0) {
      return 0;
    }
    double high = 1;
    while (excess.applyAsDouble(high) < 0 && high < 1e12) {
      high *= 2;
    }
    return Roots.bisect(excess, 0, high);
  }

  private double upTo(double scale, double z) {
    double mean = 0;
    double variance = 0;
    for (int b = 0; b < share.length; b++) {
      double gap = scale * shape[b];
      double s = deviation[b];
      double square = gap * gap + s * s;
      if (squared) {
        mean += share[b] * square;
        variance += share[b] * share[b] * (2 * s * s * s * s + 4 * gap * gap * s * s);
      } else {
        double folded = folded(gap, s);
        mean += share[b] * folded;
        variance += share[b] * share[b] * Math.max(0, square - folded * folded);
      }
    }
    return mean + z * Math.sqrt(variance);
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
