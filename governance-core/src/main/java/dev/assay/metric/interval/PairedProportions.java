package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/// Two rates of the same rows compared: only rows where the two differ tell them apart. Counts may
/// be fractions (effective numbers of weighted rows).
public final class PairedProportions {

  private static final double EXACT_BELOW = 1e5;

  private PairedProportions() {}

  /// McNemar's test of "both rates are equal", two-sided mid-p value (Fagerland, Lydersen and Laake
  /// 2013); the z test for fractions and beyond 100,000 rows that differ.
  ///
  /// @param onlyFirst rows with the event in the first only
  /// @param onlySecond rows with the event in the second only
  /// @return 1 where no row differs
  public static double mcNemar(double onlyFirst, double onlySecond) {
    double differing = onlyFirst + onlySecond;
    if (onlyFirst == onlySecond) {
      return 1;
    }
    double fewer = Math.min(onlyFirst, onlySecond);
    if (differing > EXACT_BELOW || fewer != Math.rint(fewer) || differing != Math.rint(differing)) {
      double z = Math.abs(onlyFirst - onlySecond) / Math.sqrt(differing);
      return Math.min(1, 2 * Normal.survival(z));
    }
    BinomialDistribution coin = BinomialDistribution.of((int) differing, 0.5);
    return Math.min(1, 2 * coin.cumulativeProbability((int) fewer) - coin.probability((int) fewer));
  }

  /// Tango's score interval of the difference second − first (Tango 1998).
  ///
  /// @param onlyFirst rows with the event in the first only
  /// @param onlySecond rows with the event in the second only
  /// @param n all rows
  /// @return nothing where there are no rows
  public static @Nullable Interval tango(
      double onlyFirst, double onlySecond, double n, double level) {
    if (!(n > 0)) {
      return null;
    }
    if (onlySecond < onlyFirst) {
      Interval mirrored = score(onlySecond, onlyFirst, n, level);
      return new Interval(-mirrored.upper(), -mirrored.lower(), level, mirrored.method());
    }
    Interval interval = score(onlyFirst, onlySecond, n, level);
    return onlyFirst == onlySecond
        ? new Interval(-interval.upper(), interval.upper(), level, interval.method())
        : interval;
  }

  private static Interval score(double onlyFirst, double onlySecond, double n, double level) {
    double z = Normal.twoSided(level);
    if (onlyFirst + onlySecond == 0) {
      double reach = z * z / (n + z * z);
      return new Interval(-reach, reach, level, "tango");
    }
    double observed = (onlySecond - onlyFirst) / n;
    double lower =
        Roots.bisect(
            d -> n * (observed - d) - z * deviation(onlyFirst, onlySecond, n, d), -1, observed);
    double upper =
        Roots.bisect(
            d -> n * (observed - d) + z * deviation(onlyFirst, onlySecond, n, d), observed, 1);
    return new Interval(Math.min(lower, observed), Math.max(upper, observed), level, "tango");
  }

  /// Standard deviation of the number of rows gained if the true difference were `d`.
  private static double deviation(double onlyFirst, double onlySecond, double n, double d) {
    double a = 2 * n;
    double b = -onlyFirst - onlySecond + (2 * n - onlySecond + onlyFirst) * d;
    double c = -onlyFirst * d * (1 - d);
    double lost = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
    return Math.sqrt(Math.max(0, n * (2 * lost + d * (1 - d))));
  }
}
