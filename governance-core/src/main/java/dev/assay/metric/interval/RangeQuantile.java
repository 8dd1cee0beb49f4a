package dev.assay.metric.interval;

/// How far the largest of some numbers stands above the smallest of others by chance alone.
final class RangeQuantile {

  private static final int NODES = 321;
  private static final double EDGE = 8;
  private static final double STEP = 2 * EDGE / (NODES - 1);

  private RangeQuantile() {}

  /// The z that the standardised difference between the largest of `highs` and the smallest of
  /// `lows` independent normal numbers exceeds with probability `tail`, all having equal means and
  /// variances. One of each gives the ordinary one-sided quantile.
  static double z(int highs, int lows, double tail) {
    double[] density = new double[NODES];
    for (int i = 0; i < NODES; i++) {
      double x = node(i);
      double simpson = i == 0 || i == NODES - 1 ? 1 : i % 2 == 1 ? 4 : 2;
      density[i] =
          simpson * STEP / 3 * highs * Normal.density(x) * Math.pow(Normal.cdf(x), highs - 1);
    }
    double range = Roots.bisect(r -> exceeds(density, lows, r) - tail, 0, 4 * EDGE);
    return range / Math.sqrt(2);
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
