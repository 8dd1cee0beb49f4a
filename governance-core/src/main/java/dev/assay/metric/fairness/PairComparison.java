package dev.assay.metric.fairness;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.DifferenceIntervals;
import dev.assay.metric.interval.GroupEstimate;
import dev.assay.metric.interval.ProportionTests;
import dev.assay.metric.interval.RatioIntervals;
import org.jspecify.annotations.Nullable;

/// One group against another whose rows are different ones. Differences of rates: Newcombe; ratios
/// of rates: Koopman; everything else: the limits of both, squared and added (Donner and Zou 2012).
///
/// @param value the difference or ratio with its interval, or why there is none
/// @param pValue two-sided, of "both are equal"; null where it cannot be tested
public record PairComparison(MetricValue value, @Nullable Double pValue) {

  /// Below this many expected rows in a cell, rates are tested exactly (Fisher).
  private static final double EXACT_BELOW = 10;

  /// first − second.
  public static PairComparison difference(GroupNumber first, GroupNumber second, double level) {
    MetricValue undefined = undefined(first, second);
    if (undefined != null) {
      return new PairComparison(undefined, null);
    }
    return new PairComparison(
        MetricValue.of(first.value() - second.value())
            .with(differenceInterval(first, second, level)),
        pValue(first, second));
  }

  /// first / second; undefined where the second is zero.
  public static PairComparison ratio(GroupNumber first, GroupNumber second, double level) {
    MetricValue undefined = undefined(first, second);
    if (undefined != null) {
      return new PairComparison(undefined, null);
    }
    if (second.value() == 0) {
      return new PairComparison(
          new MetricValue.Undefined("the rate to divide by is zero"), pValue(first, second));
    }
    Interval interval =
        first instanceof GroupNumber.Rate a && second instanceof GroupNumber.Rate b
            ? RatioIntervals.koopman(a.successes(), a.n(), b.successes(), b.n(), level)
            : null;
    return new PairComparison(
        MetricValue.of(first.value() / second.value()).with(interval), pValue(first, second));
  }

  private static @Nullable MetricValue undefined(GroupNumber first, GroupNumber second) {
    if (first instanceof GroupNumber.Undefined(String reason)) {
      return new MetricValue.Undefined("the group has " + reason);
    }
    return second instanceof GroupNumber.Undefined(String reason)
        ? new MetricValue.Undefined("the group to compare with has " + reason)
        : null;
  }

  static @Nullable Interval differenceInterval(
      GroupNumber first, GroupNumber second, double level) {
    if (first instanceof GroupNumber.Rate a && second instanceof GroupNumber.Rate b) {
      return DifferenceIntervals.newcombe(a.successes(), a.n(), b.successes(), b.n(), level);
    }
    GroupEstimate one = first.estimate();
    GroupEstimate two = second.estimate();
    if (one == null || two == null) {
      return null;
    }
    double z = Gaussian.twoSided(level);
    Interval mover =
        DifferenceIntervals.mover(
            one.value(), one.limits().apply(z), two.value(), two.limits().apply(z));
    return new Interval(mover.lower(), mover.upper(), level, "mover");
  }

  /// Two-sided p-value of "both are equal".
  static @Nullable Double pValue(GroupNumber first, GroupNumber second) {
    if (first instanceof GroupNumber.Rate a && second instanceof GroupNumber.Rate b) {
      double p =
          isSmall(a, b)
              ? ProportionTests.twoSided(a.successes(), a.n(), b.successes(), b.n())
              : ProportionTests.z(a.successes(), a.n(), b.successes(), b.n());
      return Double.isNaN(p) ? null : p;
    }
    double error = Math.hypot(standardError(first), standardError(second));
    if (!(error > 0)) {
      return null;
    }
    return Gaussian.twoTails((first.value() - second.value()) / error);
  }

  /// Half the width of the limits one standard error out, NaN where they are not known.
  static double standardError(GroupNumber number) {
    GroupEstimate estimate = number.estimate();
    if (estimate == null) {
      return Double.NaN;
    }
    Interval one = estimate.limits().apply(1);
    return (one.upper() - one.lower()) / 2;
  }

  private static boolean isSmall(GroupNumber.Rate a, GroupNumber.Rate b) {
    double successes = a.successes() + b.successes();
    double n = a.n() + b.n();
    double rarer = Math.min(successes, n - successes);
    return rarer * Math.min(a.n(), b.n()) / n < EXACT_BELOW;
  }
}
