package dev.assay.compare;

import dev.assay.metric.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/// Estimates that are taken as normal.
final class Gauss {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Gauss() {}

  /// Two-sided p-value of "the estimate is zero"; 1 where it is exactly zero, NaN where estimate or
  /// error are not known.
  static double twoSided(double estimate, double error) {
    if (Double.isNaN(estimate) || Double.isNaN(error)) {
      return Double.NaN;
    }
    if (estimate == 0) {
      return 1;
    }
    return error > 0 ? Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(estimate) / error)) : 0;
  }

  static @Nullable Interval interval(double estimate, double error, double level, String method) {
    if (!Double.isFinite(estimate) || !Double.isFinite(error)) {
      return null;
    }
    double half = quantile(level) * error;
    return new Interval(estimate - half, estimate + half, level, method);
  }

  /// The p-value of "zero" that an interval tells: the distance from zero in units of its half
  /// towards zero.
  static double twoSided(double estimate, Interval interval) {
    double half = estimate > 0 ? estimate - interval.lower() : interval.upper() - estimate;
    return twoSided(estimate, half / quantile(interval.level()));
  }

  private static double quantile(double level) {
    return NORMAL.inverseSurvivalProbability((1 - level) / 2);
  }
}
