package dev.assay.metric.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The standard normal distribution.
final class Normal {

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /// The number that a standard normal exceeds in absolute value with probability 1 − level.
  static double twoSided(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("not a confidence level: " + level);
    }
    return STANDARD.inverseSurvivalProbability((1 - level) / 2);
  }

  /// The confidence level whose two-sided quantile is `z`.
  static double levelOf(double z) {
    return 1 - 2 * STANDARD.survivalProbability(z);
  }

  static double cdf(double x) {
    return STANDARD.cumulativeProbability(x);
  }

  static double survival(double x) {
    return STANDARD.survivalProbability(x);
  }

  static double density(double x) {
    return STANDARD.density(x);
  }

  static double quantile(double p) {
    return STANDARD.inverseCumulativeProbability(p);
  }
}
