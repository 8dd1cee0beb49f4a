package dev.assay.metric.interval;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Mean absolute deviation of a binomial share from its probability (De Moivre 1730).
final class MeanDeviation {

  private MeanDeviation() {}

  /// E|X/n − p| for X binomial.
  ///
  /// @param rows trials; fractions are rounded to whole ones and scaled back
  static double ofShare(double rows, double p) {
    int n = (int) Math.clamp(Math.round(rows), 1, Integer.MAX_VALUE);
    int above = (int) Math.min(n, Math.floor(n * p) + 1);
    double whole =
        p <= 0 || p >= 1
            ? 0
            : 2.0 * above * (1 - p) * BinomialDistribution.of(n, p).probability(above) / n;
    return whole * Math.sqrt(n / rows);
  }
}
