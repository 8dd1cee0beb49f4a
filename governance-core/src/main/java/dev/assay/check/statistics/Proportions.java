package dev.assay.check.statistics;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/// Shares of rows with Wilson's interval, and how surprising a count is.
public final class Proportions {

  private Proportions() {}

  /// `count` of `n` with Wilson's interval; undefined without rows.
  ///
  /// @param level confidence level, for instance 0.95
  public static MetricValue of(long count, long n, double level) {
    if (n == 0) {
      return new MetricValue.Undefined("no rows");
    }
    var ends =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(n), Math.toIntExact(count), 1 - level);
    return new MetricValue.Defined(
        (double) count / n,
        new Interval(
            count == 0 ? 0 : ends.getLowerBound(),
            count == n ? 1 : ends.getUpperBound(),
            level,
            "wilson"));
  }

  /// Probability of `count` or more where `expected` are expected by chance (Poisson).
  public static double atLeast(long count, double expected) {
    if (count <= 0) {
      return 1;
    }
    return expected <= 0
        ? 0
        : PoissonDistribution.of(expected).survivalProbability(Math.toIntExact(count - 1));
  }

  /// Probability of `count` or more out of `n` where each has probability `p`.
  public static double atLeast(long count, long n, double p) {
    return count <= 0
        ? 1
        : BinomialDistribution.of(Math.toIntExact(n), p)
            .survivalProbability(Math.toIntExact(count - 1));
  }
}
