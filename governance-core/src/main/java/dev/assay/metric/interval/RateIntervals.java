package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.jspecify.annotations.Nullable;

/// Intervals of one rate, successes / n. Both may be fractions: with row weights, give the rate
/// times the effective n, and the effective n (see [dev.assay.metric.BinaryStatistics#effective]).
/// Without trials there is no interval.
public final class RateIntervals {

  private static final int NEWTON_STEPS = 4;

  private RateIntervals() {}

  /// Wilson 1927, without continuity correction: the default. Its coverage dips for rates near 0
  /// and 1 at small n (Brown, Cai and DasGupta 2001).
  public static @Nullable Interval wilson(double successes, double n, double level) {
    return n > 0 ? wilsonAt(successes, n, Normal.twoSided(level), level) : null;
  }

  static Interval wilsonAt(double successes, double n, double z, double level) {
    double rate = successes / n;
    double squared = z * z;
    double centre = rate + squared / (2 * n);
    double half = z * Math.sqrt(rate * (1 - rate) / n + squared / (4 * n * n));
    double scale = 1 + squared / n;
    double lower = successes <= 0 ? 0 : Math.max(0, (centre - half) / scale);
    double upper = successes >= n ? 1 : Math.min(1, (centre + half) / scale);
    return new Interval(lower, upper, level, "wilson");
  }

  /// Clopper and Pearson 1934: covers at least `level` everywhere, so it is wide.
  public static @Nullable Interval clopperPearson(double successes, double n, double level) {
    if (!(n > 0)) {
      return null;
    }
    double tail = (1 - level) / 2;
    double failures = n - successes;
    double lower = successes <= 0 ? 0 : quantile(successes, failures + 1, tail, false);
    double upper = failures <= 0 ? 1 : quantile(successes + 1, failures, tail, true);
    return new Interval(lower, upper, level, "clopper_pearson");
  }

  /// Equal-tailed posterior of Jeffreys' prior, Beta(½, ½); ends at 0 and 1 where there are no
  /// successes or no failures.
  public static @Nullable Interval jeffreys(double successes, double n, double level) {
    if (!(n > 0)) {
      return null;
    }
    double tail = (1 - level) / 2;
    double failures = n - successes;
    double lower = successes <= 0 ? 0 : quantile(successes + 0.5, failures + 0.5, tail, false);
    double upper = failures <= 0 ? 1 : quantile(successes + 0.5, failures + 0.5, tail, true);
    return new Interval(lower, upper, level, "jeffreys");
  }

  /// The beta quantile with this much probability beyond it, polished by Newton's method: the
  /// library's solver stops at 1e-9.
  private static double quantile(double alpha, double beta, double tail, boolean above) {
    ContinuousDistribution distribution = BetaDistribution.of(alpha, beta);
    double x =
        above
            ? distribution.inverseSurvivalProbability(tail)
            : distribution.inverseCumulativeProbability(tail);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double density = distribution.density(x);
      double excess =
          above
              ? tail - distribution.survivalProbability(x)
              : distribution.cumulativeProbability(x) - tail;
      double next = x - excess / density;
      if (!(next > 0 && next < 1) || next == x) {
        break;
      }
      x = next;
    }
    return x;
  }
}
