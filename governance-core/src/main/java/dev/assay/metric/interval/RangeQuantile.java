package dev.assay.metric.interval;

import java.util.function.DoubleUnaryOperator;

/// How far the largest of some numbers stands above the smallest of others by chance alone.
final class RangeQuantile {

  private static final int NODES = 321;
  private static final double EDGE = 8;
  private static final double STEP = 2 * EDGE / (NODES - 1);

  private static final double FIRST_STEP = 0.1;
  private static final double TOLERANCE = 1e-10;
  private static final int MOST_STEPS = 100;

  private RangeQuantile() {}

  /// The z that the standardised difference between the largest of `highs` and the smallest of
  /// `lows` independent normal numbers exceeds with probability `tail`, all having equal means and
  /// variances. One of each gives the ordinary one-sided quantile.
  static double z(int highs, int lows, double tail) {
    double[] density = new double[NODES];
    for (int i = 0; i < NODES; i++) {
      double x = node(i);
      density[i] = simpson(i) * highs * Normal.density(x) * Math.pow(Normal.cdf(x), highs - 1);
    }
    double start = Math.sqrt(2) * Normal.quantile(1 - tail / highs / lows);
    return solve(r -> Math.log(exceeds(density, lows, r) / tail), start) / Math.sqrt(2);
  }

  /// Where a falling function crosses zero: secant steps from a start that is nearly right, halving
  /// the bracket where a step leaves it.
  private static double solve(DoubleUnaryOperator f, double start) {
    double low = 0;
    double high = 4 * EDGE;
    double before = Math.max(low, start - FIRST_STEP);
    double atBefore = f.applyAsDouble(before);
    double at = Math.min(start, high);
    for (int i = 0; i < MOST_STEPS && high - low > TOLERANCE; i++) {
      double value = f.applyAsDouble(at);
      low = value > 0 ? at : low;
      high = value > 0 ? high : at;
      double next = at - value * (at - before) / (value - atBefore);
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (value == 0 || Math.abs(next - at) < TOLERANCE) {
        return next;
      }
      before = at;
      atBefore = value;
      at = next;
    }
    return at;
  }

  /// The z that the standardised range of `groups` independent normal numbers of equal means and
  /// variances exceeds with probability `tail`. Two give the ordinary two-sided quantile.
  static double range(int groups, double tail) {
    double range =
        Roots.bisect(
            r -> {
              double within = 0;
              for (int i = 0; i < NODES; i++) {
                double x = node(i);
                double between = Math.max(0, Normal.cdf(x) - Normal.cdf(x - r));
                within += simpson(i) * groups * Normal.density(x) * Math.pow(between, groups - 1);
              }
              return 1 - within - tail;
            },
            0,
            4 * EDGE);
    return range / Math.sqrt(2);
  }

  private static double simpson(int i) {
    return (i == 0 || i == NODES - 1 ? 1 : i % 2 == 1 ? 4 : 2) * STEP / 3;
  }

  private static double exceeds(double[] density, int lows, double range) {
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double none = Math.exp(lows * Math.log1p(-Normal.cdf(node(i) - range)));
      sum += density[i] * (1 - none);
    }
    return sum;
  }

  private static double node(int i) {
    return -EDGE + i * STEP;
  }
}
