package dev.assay.metric.fairness;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The standard normal distribution.
final class Gaussian {

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Gaussian() {}

  /// The number that is exceeded in absolute value with probability 1 − level.
  static double twoSided(double level) {
    return STANDARD.inverseSurvivalProbability((1 - level) / 2);
  }

  /// Probability of being farther from zero than z.
  static double twoTails(double z) {
    return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
  }
}
