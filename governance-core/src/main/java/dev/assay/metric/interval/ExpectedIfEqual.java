package dev.assay.metric.interval;

import dev.assay.metric.Interval;

/// What the range over groups would be on average if all groups were equal: differences between
/// small groups are mostly noise, and a reader should see how much.
public final class ExpectedIfEqual {

  private static final int DRAWS = 1_000;
  private static final int NODES = 401;
  private static final double EDGE = 8;

  private ExpectedIfEqual() {}

  /// Mean of the largest minus the smallest observed rate.
  ///
  /// @param n (effective) rows at risk in each group, all above 0
  /// @param rate the common rate, for instance that of all groups pooled
  /// @param seed seed of the draws
  public static double rateDifference(double[] n, double rate, long seed) {
    Binomials binomials = new Binomials(seed);
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double low = 1;
      double high = 0;
      for (double rows : n) {
        long trials = Math.max(1, Math.round(rows));
        double drawn = (double) binomials.draw(trials, rate) / trials;
        low = Math.min(low, drawn);
        high = Math.max(high, drawn);
      }
      sum += high - low;
    }
    return n.length < 2 ? 0 : sum / DRAWS;
  }

  /// Mean of the smallest over the largest observed rate; draws where all are zero count as 1.
  public static double rateRatio(double[] n, double rate, long seed) {
    Binomials binomials = new Binomials(seed);
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double low = 1;
      double high = 0;
      for (double rows : n) {
        long trials = Math.max(1, Math.round(rows));
        double drawn = (double) binomials.draw(trials, rate) / trials;
        low = Math.min(low, drawn);
        high = Math.max(high, drawn);
      }
      sum += high == 0 ? 1 : low / high;
    }
    return n.length < 2 ? 1 : sum / DRAWS;
  }

  /// Mean of the largest minus the smallest of independent normal numbers of equal mean.
  ///
  /// @param standardErrors one a group
  public static double normalDifference(double[] standardErrors) {
    double scale = 0;
    for (double error : standardErrors) {
      scale = Math.max(scale, error);
    }
    if (scale == 0 || standardErrors.length < 2) {
      return 0;
    }
    double step = 2 * EDGE / (NODES - 1);
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double x = -EDGE + i * step;
      double allBelow = 1;
      double allAbove = 1;
      for (double error : standardErrors) {
        double below = error == 0 ? (x >= 0 ? 1 : 0) : Normal.cdf(x * scale / error);
        allBelow *= below;
        allAbove *= 1 - below;
      }
      sum += step * (1 - allBelow - allAbove);
    }
    return sum * scale;
  }

  /// Standard error that an interval of this level stands for.
  public static double standardError(Interval interval) {
    return (interval.upper() - interval.lower()) / (2 * Normal.twoSided(interval.level()));
  }
}
