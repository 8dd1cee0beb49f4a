package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// Intervals of areas under the ROC curve, from DeLong's variance.
public final class AucIntervals {

  private AucIntervals() {}

  /// DeLong's interval on the logit scale, so that it stays within 0 and 1.
  ///
  /// Where the classes are separated the variance is zero and says nothing; then the interval
  /// reaches as far as the smaller class allows: the chance that none of its rows had shown an
  /// error (Clopper and Pearson's limit of no failure among them).
  ///
  /// @param variance DeLong's variance; NaN where a class has fewer than two rows
  /// @param smallerClass (effective) rows of the class that has fewer
  /// @return nothing where the variance is not known
  public static @Nullable Interval deLong(
      double auc, double variance, double smallerClass, double level) {
    if (Double.isNaN(auc) || Double.isNaN(variance)) {
      return null;
    }
    Interval interval = at(auc, variance, smallerClass, quantile(smallerClass, level));
    return new Interval(interval.lower(), interval.upper(), level, interval.method());
  }

  /// Student's quantile: the variance is estimated from as many placements as the smaller class has
  /// rows, and few rows estimate it badly.
  static double quantile(double smallerClass, double level) {
    return smallerClass > 1
        ? TDistribution.of(smallerClass - 1).inverseSurvivalProbability((1 - level) / 2)
        : Normal.twoSided(level);
  }

  static Interval at(double auc, double variance, double smallerClass, double z) {
    double level = Normal.levelOf(z);
    if (variance > 0 && auc > 0 && auc < 1) {
      double logit = Math.log(auc / (1 - auc));
      double spread = z * Math.sqrt(variance) / (auc * (1 - auc));
      return new Interval(logistic(logit - spread), logistic(logit + spread), level, "delong");
    }
    double reach = 1 - Math.pow(Normal.survival(z), 1 / Math.max(1, smallerClass));
    return new Interval(
        auc > 0 ? Math.max(0, auc - reach) : 0,
        auc < 1 ? Math.min(1, auc + reach) : 1,
        level,
        "delong");
  }

  /// Difference of two AUCs that were measured on different rows.
  public static @Nullable Interval independentDifference(
      double auc1, double variance1, double auc2, double variance2, double level) {
    double deviation = Math.sqrt(variance1 + variance2);
    if (Double.isNaN(deviation)) {
      return null;
    }
    return around(auc1 - auc2, deviation, level);
  }

  static Interval around(double difference, double deviation, double level) {
    double half = Normal.twoSided(level) * deviation;
    return new Interval(
        Math.max(-1, difference - half), Math.min(1, difference + half), level, "delong");
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
