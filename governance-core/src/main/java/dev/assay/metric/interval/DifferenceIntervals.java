package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import org.jspecify.annotations.Nullable;

/// Intervals of the difference of two independent numbers, first − second. Where one of them has no
/// trials there is no interval.
public final class DifferenceIntervals {

  private DifferenceIntervals() {}

  /// Newcombe 1998, method 10: Wilson limits of both rates, squared and added.
  public static @Nullable Interval newcombe(
      double successes1, double n1, double successes2, double n2, double level) {
    Interval first = RateIntervals.wilson(successes1, n1, level);
    Interval second = RateIntervals.wilson(successes2, n2, level);
    if (first == null || second == null) {
      return null;
    }
    return named(mover(successes1 / n1, first, successes2 / n2, second), "newcombe");
  }

  /// Method of variance estimates recovery (Donner and Zou 2012): limits of both numbers, squared
  /// and added. For AUCs, means and any other independent numbers that have intervals of one level.
  public static Interval mover(
      double value1, Interval interval1, double value2, Interval interval2) {
    double difference = value1 - value2;
    double down = Math.hypot(value1 - interval1.lower(), interval2.upper() - value2);
    double up = Math.hypot(interval1.upper() - value1, value2 - interval2.lower());
    return new Interval(difference - down, difference + up, interval1.level(), "mover");
  }

  /// Miettinen and Nurminen 1985: inverts the score test, with their correction of the variance.
  public static @Nullable Interval miettinenNurminen(
      double successes1, double n1, double successes2, double n2, double level) {
    if (!(n1 > 0 && n2 > 0)) {
      return null;
    }
    double z = Normal.twoSided(level);
    double p1 = successes1 / n1;
    double p2 = successes2 / n2;
    double observed = p1 - p2;
    double correction = (n1 + n2) / (n1 + n2 - 1);
    double lower =
        Roots.bisect(
            d -> observed - d - z * deviation(successes1, n1, successes2, n2, d, correction),
            -1,
            observed);
    double upper =
        Roots.bisect(
            d -> observed - d + z * deviation(successes1, n1, successes2, n2, d, correction),
            observed,
            1);
    return new Interval(
        Math.min(lower, observed), Math.max(upper, observed), level, "miettinen_nurminen");
  }

  /// Standard deviation of the observed difference if the true difference were `d`.
  private static double deviation(
      double x1, double n1, double x2, double n2, double d, double correction) {
    double p2 = restricted(x1, n1, x2, n2, d);
    double p1 = Math.clamp(p2 + d, 0.0, 1.0);
    return Math.sqrt((p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * correction);
  }

  /// Maximum likelihood estimate of the second rate when the difference is `d`: the root of a
  /// cubic.
  private static double restricted(double x1, double n1, double x2, double n2, double d) {
    double theta = n2 / n1;
    double a3 = 1 + theta;
    double a2 = -(1 + theta + x1 / n1 + theta * (x2 / n2) + d * (theta + 2));
    double a1 = d * d + d * (2 * (x1 / n1) + theta + 1) + x1 / n1 + theta * (x2 / n2);
    double a0 = -(x1 / n1) * d * (1 + d);
    double v = cube(a2 / (3 * a3)) - a1 * a2 / (6 * a3 * a3) + a0 / (2 * a3);
    double u =
        Math.signum(v == 0 ? 1 : v) * Math.sqrt(Math.max(0, square(a2 / (3 * a3)) - a1 / (3 * a3)));
    double w = u == 0 ? Math.PI / 3 : (Math.PI + Math.acos(Math.clamp(v / cube(u), -1.0, 1.0))) / 3;
    double p1 = 2 * u * Math.cos(w) - a2 / (3 * a3);
    return Math.clamp(p1 - d, 0.0, 1.0);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static Interval named(Interval interval, String method) {
    return new Interval(interval.lower(), interval.upper(), interval.level(), method);
  }
}
