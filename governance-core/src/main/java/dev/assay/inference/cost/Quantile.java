package dev.assay.inference.cost;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/// A quantile of times that were taken one after the other.
///
/// @param millis milliseconds; absent when too few calls were timed to say it
/// @param lower lower end of its interval, absent where the calls do not bound it
/// @param upper upper end of its interval, absent where the calls do not bound it
/// @param undefined why there is none; empty when there is one
public record Quantile(
    @Nullable Double millis, @Nullable Double lower, @Nullable Double upper, String undefined) {

  private static final double TAIL = 0.025;

  /// The smallest time that at least this share of the calls did not exceed (nearest rank), with
  /// the interval that order statistics give it at a confidence of at least 95 %, whatever the
  /// distribution. It says how far the calls vary, not how far the next day would.
  ///
  /// A share of p is only said of at least 1 / (1 − p) calls: with fewer, the slowest call would
  /// stand for all that are slower than the quantile.
  ///
  /// @param sorted milliseconds, the shortest first
  /// @param percent in 1..99
  static Quantile of(double[] sorted, int percent) {
    int calls = sorted.length;
    int needed = Math.ceilDiv(100, 100 - percent);
    if (calls < needed) {
      return new Quantile(
          null, null, null, "it needs " + needed + " calls and " + calls + " were timed");
    }
    BinomialDistribution below = BinomialDistribution.of(calls, percent / 100.0);
    int first = below.inverseCumulativeProbability(TAIL);
    int last = below.inverseCumulativeProbability(1 - TAIL) + 1;
    return new Quantile(
        sorted[Math.ceilDiv(percent * calls, 100) - 1],
        first < 1 ? null : sorted[first - 1],
        last > calls ? null : sorted[last - 1],
        "");
  }

  /// Times sorted, the shortest first.
  static double[] sorted(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
