package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// Intervals of means and of smooth functions of means.
public final class MeanIntervals {

  private MeanIntervals() {}

  /// Student's interval of a mean.
  ///
  /// @param sum Σ w·x
  /// @param sumSquares Σ w·x²
  /// @param weight Σ w
  /// @param effectiveN (Σw)² / Σw²
  /// @return nothing for fewer than two (effective) rows
  public static @Nullable Interval student(
      double sum, double sumSquares, double weight, double effectiveN, double level) {
    if (!(effectiveN > 1)) {
      return null;
    }
    double mean = sum / weight;
    double variance = Math.max(0, sumSquares / weight - mean * mean) / (effectiveN - 1);
    return student(mean, Math.sqrt(variance), effectiveN, level);
  }

  /// Student's interval around an estimate with this standard error.
  ///
  /// @return nothing where the error is no number or there are fewer than two (effective) rows
  public static @Nullable Interval student(
      double estimate, double standardError, double effectiveN, double level) {
    if (!(effectiveN > 1) || !Double.isFinite(estimate) || !Double.isFinite(standardError)) {
      return null;
    }
    double t = TDistribution.of(effectiveN - 1).inverseSurvivalProbability((1 - level) / 2);
    double half = t * standardError;
    return new Interval(estimate - half, estimate + half, level, "student");
  }

  /// Normal interval on Fisher's z scale, back on the scale of the correlation.
  ///
  /// @param standardError of the correlation itself
  /// @return nothing where the correlation is ±1 or the error is no number
  public static @Nullable Interval fisherZ(double correlation, double standardError, double level) {
    double slope = 1 - correlation * correlation;
    if (!(slope > 0) || !Double.isFinite(standardError)) {
      return null;
    }
    double z = Math.log((1 + correlation) / (1 - correlation)) / 2;
    double half = Normal.twoSided(level) * standardError / slope;
    return new Interval(Math.tanh(z - half), Math.tanh(z + half), level, "fisher_z");
  }

  /// Cuts an interval to the values that are possible.
  public static @Nullable Interval within(
      @Nullable Interval interval, double lowest, double highest) {
    return interval == null
        ? null
        : new Interval(
            Math.clamp(interval.lower(), lowest, highest),
            Math.clamp(interval.upper(), lowest, highest),
            interval.level(),
            interval.method());
  }
}
