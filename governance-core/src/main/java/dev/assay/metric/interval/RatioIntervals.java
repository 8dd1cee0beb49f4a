package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import org.jspecify.annotations.Nullable;

/// Intervals of the ratio of two independent rates, first / second. Where the second rate is zero
/// the ratio is undefined, and so is its interval.
public final class RatioIntervals {

  /// How far from the estimate, on the logarithm, ends are looked for.
  private static final double REACH = 100;

  private RatioIntervals() {}

  /// Koopman 1984: inverts the score test; the default. Never below 0.
  public static @Nullable Interval koopman(
      double successes1, double n1, double successes2, double n2, double level) {
    if (!(n1 > 0 && n2 > 0 && successes2 > 0)) {
      return null;
    }
    double z = Normal.twoSided(level);
    double limit = z * z;
    double observed = successes1 / n1 / (successes2 / n2);
    double lower =
        successes1 <= 0
            ? 0
            : Math.exp(
                Roots.bisect(
                    t -> score(successes1, n1, successes2, n2, Math.exp(t)) - limit,
                    Math.log(observed) - REACH,
                    Math.log(observed)));
    double start = successes1 <= 0 ? Math.log(0.5 / n1 / (successes2 / n2)) : Math.log(observed);
    double upper =
        Math.exp(
            Roots.bisect(
                t -> score(successes1, n1, successes2, n2, Math.exp(t)) - limit,
                successes1 <= 0 ? start - REACH : start,
                start + REACH));
    return new Interval(Math.min(lower, observed), Math.max(upper, observed), level, "koopman");
  }

  /// Squared score statistic of "the ratio is r".
  private static double score(double x1, double n1, double x2, double n2, double r) {
    double a = r * (n1 + n2);
    double b = r * (n1 + x2) + x1 + n2;
    double c = x1 + x2;
    double restricted = 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
    double first = Math.min(1, restricted * r);
    return term(x1, n1, first) + term(x2, n2, Math.min(1, first / r));
  }

  private static double term(double x, double n, double rate) {
    double excess = x - n * rate;
    double variance = n * rate * (1 - rate);
    return variance > 0
        ? excess * excess / variance
        : Math.abs(excess) > 1e-9 * n ? Double.MAX_VALUE : 0;
  }

  /// Delta method on the logarithm (Katz et al. 1978); half a success is added where there is none
  /// in the first group.
  public static @Nullable Interval logDelta(
      double successes1, double n1, double successes2, double n2, double level) {
    if (!(n1 > 0 && n2 > 0 && successes2 > 0)) {
      return null;
    }
    double observed = successes1 / n1 / (successes2 / n2);
    double x1 = successes1 > 0 ? successes1 : 0.5;
    double spread =
        Normal.twoSided(level) * Math.sqrt(Math.max(0, 1 / x1 - 1 / n1 + 1 / successes2 - 1 / n2));
    double centre = x1 / n1 / (successes2 / n2);
    return new Interval(
        successes1 > 0 ? centre * Math.exp(-spread) : 0,
        Math.max(observed, centre * Math.exp(spread)),
        level,
        "log_delta");
  }

  /// Method of variance estimates recovery for the ratio of two independent numbers that are not
  /// negative (Donner and Zou 2012); the upper end is infinite where the second number may be zero,
  /// so `highest` closes it.
  ///
  /// @param highest largest value the ratio can have
  public static @Nullable Interval mover(
      double value1, Interval interval1, double value2, Interval interval2, double highest) {
    if (!(value2 > 0)) {
      return null;
    }
    double product = value1 * value2;
    double down =
        interval1.lower()
            * (2 * value1 - interval1.lower())
            * interval2.upper()
            * (2 * value2 - interval2.upper());
    double downBy = interval2.upper() * (2 * value2 - interval2.upper());
    double up =
        interval1.upper()
            * (2 * value1 - interval1.upper())
            * interval2.lower()
            * (2 * value2 - interval2.lower());
    double upBy = interval2.lower() * (2 * value2 - interval2.lower());
    double ratio = value1 / value2;
    double lower =
        downBy == 0
            ? interval1.lower() * (2 * value1 - interval1.lower()) / (2 * product)
            : (product - Math.sqrt(Math.max(0, product * product - down))) / downBy;
    double upper =
        upBy <= 0 ? highest : (product + Math.sqrt(Math.max(0, product * product - up))) / upBy;
    return new Interval(
        Math.clamp(lower, 0.0, Math.min(ratio, highest)),
        Math.min(highest, Math.max(ratio, upper)),
        interval1.level(),
        "mover");
  }
}
