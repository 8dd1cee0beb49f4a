package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Intervals from bootstrap draws of a statistic.
public final class Bootstraps {

  private Bootstraps() {}

  /// Percentile interval; undefined draws (NaN) are left out.
  ///
  /// @return nothing where more than half of the draws are undefined
  public static @Nullable Interval percentile(double[] draws, double level) {
    double[] sorted = defined(draws);
    if (sorted.length == 0 || sorted.length < draws.length / 2) {
      return null;
    }
    double tail = (1 - level) / 2;
    return new Interval(
        quantile(sorted, tail), quantile(sorted, 1 - tail), level, "bootstrap_percentile");
  }

  /// Bias-corrected and accelerated interval (Efron 1987).
  ///
  /// @param estimate of the sample itself
  /// @param acceleration from the jackknife, 0 = bias-corrected only
  /// @return nothing where the estimate is undefined or more than half of the draws are
  public static @Nullable Interval bca(
      double[] draws, double estimate, double acceleration, double level) {
    double[] sorted = defined(draws);
    if (Double.isNaN(estimate) || sorted.length == 0 || sorted.length < draws.length / 2) {
      return null;
    }
    double below = 0;
    for (double draw : sorted) {
      below += draw < estimate ? 1 : draw == estimate ? 0.5 : 0;
    }
    double edge = 0.5 / sorted.length;
    double bias = Normal.quantile(Math.clamp(below / sorted.length, edge, 1 - edge));
    double z = Normal.twoSided(level);
    return new Interval(
        quantile(sorted, corrected(bias, -z, acceleration)),
        quantile(sorted, corrected(bias, z, acceleration)),
        level,
        "bootstrap_bca");
  }

  private static double corrected(double bias, double z, double acceleration) {
    double shifted = bias + z;
    return Normal.cdf(bias + shifted / (1 - acceleration * shifted));
  }

  private static double[] defined(double[] draws) {
    double[] sorted = Arrays.stream(draws).filter(d -> !Double.isNaN(d)).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /// Linear interpolation between order statistics, as numpy's default.
  static double quantile(double[] sorted, double p) {
    double at = Math.clamp(p, 0.0, 1.0) * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
