package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// A number of one group with its limits at any confidence, independent of other groups' numbers.
///
/// @param value the estimate
/// @param limits interval whose ends are as far out as `z` standard errors of a normal distribution
public record GroupEstimate(double value, DoubleFunction<Interval> limits) {

  /// A rate; Wilson's limits.
  ///
  /// @param successes weight of the event, scaled to effective rows
  /// @param n effective rows at risk, above 0
  public static GroupEstimate rate(double successes, double n) {
    return new GroupEstimate(
        successes / n, z -> RateIntervals.wilsonAt(successes, n, z, Normal.levelOf(z)));
  }

  /// An area under the ROC curve; DeLong's limits.
  ///
  /// @return nothing where the variance is not known
  public static @Nullable GroupEstimate auc(double auc, double variance, double smallerClass) {
    return AucIntervals.deLong(auc, variance, smallerClass, 0.5) == null
        ? null
        : new GroupEstimate(
            auc,
            z ->
                AucIntervals.at(
                    auc,
                    variance,
                    smallerClass,
                    AucIntervals.quantile(smallerClass, Normal.levelOf(z))));
  }

  /// A mean, or anything else with a standard error; symmetric limits.
  public static GroupEstimate mean(double value, double standardError) {
    return new GroupEstimate(
        value,
        z ->
            new Interval(
                value - z * standardError, value + z * standardError, Normal.levelOf(z), "normal"));
  }

  double lower(double z) {
    return Math.min(value, limits.apply(z).lower());
  }

  double upper(double z) {
    return Math.max(value, limits.apply(z).upper());
  }
}
