package dev.assay.metric.interval;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// Seeded draws from binomial distributions, in time that does not grow with n: inversion for small
/// means, Hörmann's transformed rejection (BTRS, 1993) for others.
final class Binomials {

  private static final double SMALL_MEAN = 10;

  private final UniformRandomProvider random;

  Binomials(long seed) {
    this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  UniformRandomProvider random() {
    return random;
  }

  /// Number of successes in `n` trials of probability `p`.
  long draw(long n, double p) {
    if (!(p > 0) || n <= 0) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    if (p > 0.5) {
      return n - draw(n, 1 - p);
    }
    return n * p < SMALL_MEAN ? inversion(n, p) : rejection(n, p);
  }

  private long inversion(long n, double p) {
    double odds = p / (1 - p);
    double probability = Math.exp(n * Math.log1p(-p));
    double u = random.nextDouble();
    long k = 0;
    while (u > probability && k < n) {
      u -= probability;
      k++;
      probability *= odds * (n - k + 1) / k;
    }
    return k;
  }

  private long rejection(long n, double p) {
    double odds = p / (1 - p);
    double deviation = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double centre = n * p + 0.5;
    double squeeze = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double mode = Math.floor((n + 1) * p);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + centre);
      if (k < 0 || k > n) {
        continue;
      }
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      double bound =
          (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
              + (n + 1) * Math.log((n - mode + 1) / (n - k + 1))
              + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
              + stirling(mode)
              + stirling(n - mode)
              - stirling(k)
              - stirling(n - k);
      if (Math.log(v * alpha / (a / (us * us) + b)) <= bound) {
        return (long) k;
      }
    }
  }

  /// ln k! minus Stirling's formula.
  private static double stirling(double k) {
    if (k < TAILS.length) {
      return TAILS[(int) k];
    }
    double next = k + 1;
    double squared = next * next;
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / squared) / squared) / next;
  }

  private static final double[] TAILS = {
    0.08106146679532726,
    0.04134069595540929,
    0.02767792568499834,
    0.02079067210376509,
    0.01664469118982119,
    0.01387612882307075,
    0.01189670994589177,
    0.01041126526197209,
    0.009255462182712733,
    0.008330563433362871
  };
}
