package dev.assay.check.statistics;

import java.util.Arrays;

/// How far two distributions over the same bins are apart.
public final class Divergence {

  /// Shares below this are raised to it in [#psi].
  public static final double PSI_FLOOR = 1e-4;

  private Divergence() {}

  /// Counts as shares of their sum.
  public static double[] shares(long[] counts) {
    double total = Arrays.stream(counts).sum();
    return Arrays.stream(counts).mapToDouble(c -> c / total).toArray();
  }

  /// Counts as shares after half a count is added to every bin (Jeffreys).
  public static double[] smoothed(long[] counts) {
    double total = Arrays.stream(counts).sum() + counts.length / 2.0;
    return Arrays.stream(counts).mapToDouble(c -> (c + 0.5) / total).toArray();
  }

  /// Population stability index Σ (q − p) ln(q / p); shares below [#PSI_FLOOR] are raised to it.
  public static double psi(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double from = Math.max(p[i], PSI_FLOOR);
      double to = Math.max(q[i], PSI_FLOOR);
      sum += (to - from) * Math.log(to / from);
    }
    return sum;
  }

  /// Jensen–Shannon distance, base 2: the root of the divergence, 0 to 1.
  public static double jensenShannon(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double middle = (p[i] + q[i]) / 2;
      sum += part(p[i], middle) + part(q[i], middle);
    }
    return Math.sqrt(Math.max(0, sum / 2) / Math.log(2));
  }

  /// Kullback–Leibler divergence of q from p in nats; infinite where p is 0 and q is not.
  public static double kullbackLeibler(double[] q, double[] p) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += part(q[i], p[i]);
    }
    return Math.max(0, sum);
  }

  /// Total variation distance: half the sum of absolute differences, 0 to 1.
  public static double totalVariation(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += Math.abs(p[i] - q[i]);
    }
    return sum / 2;
  }

  /// Shannon entropy of counts in nats.
  public static double entropy(long[] counts) {
    double total = Arrays.stream(counts).sum();
    double sum = 0;
    for (long count : counts) {
      if (count > 0) {
        sum -= count / total * Math.log(count / total);
      }
    }
    return sum;
  }

  private static double part(double a, double b) {
    return a == 0 ? 0 : a * Math.log(a / b);
  }
}
