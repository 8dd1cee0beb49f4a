package dev.assay.metric.interval;

import org.apache.commons.statistics.inference.FisherExactTest;

/// Tests of "both rates are equal"; p-values are two-sided and never stand without effect and n.
public final class ProportionTests {

  private static final double EXACT_BELOW = 1e5;

  private ProportionTests() {}

  /// Fisher's exact test; p is the probability of all tables that are no likelier.
  ///
  /// @return NaN where one of them has no trials
  public static double fisher(long successes1, long n1, long successes2, long n2) {
    if (n1 == 0 || n2 == 0) {
      return Double.NaN;
    }
    if (successes1 + successes2 == 0 || successes1 + successes2 == n1 + n2) {
      return 1;
    }
    int[][] table = {
      {Math.toIntExact(successes1), Math.toIntExact(n1 - successes1)},
      {Math.toIntExact(successes2), Math.toIntExact(n2 - successes2)}
    };
    return FisherExactTest.withDefaults().test(table).getPValue();
  }

  /// z test with the pooled rate; successes and trials may be fractions (effective numbers).
  ///
  /// @return NaN where one of them has no trials; 1 where the pooled rate is 0 or 1
  public static double z(double successes1, double n1, double successes2, double n2) {
    if (!(n1 > 0 && n2 > 0)) {
      return Double.NaN;
    }
    double pooled = (successes1 + successes2) / (n1 + n2);
    double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    if (!(deviation > 0)) {
      return 1;
    }
    double z = Math.abs(successes1 / n1 - successes2 / n2) / deviation;
    return Math.min(1, 2 * Normal.survival(z));
  }

  /// Fisher's test for whole numbers up to 100,000 trials, the z test otherwise.
  public static double twoSided(double successes1, double n1, double successes2, double n2) {
    boolean whole = isWhole(successes1) && isWhole(n1) && isWhole(successes2) && isWhole(n2);
    return whole && n1 + n2 <= EXACT_BELOW
        ? fisher((long) successes1, (long) n1, (long) successes2, (long) n2)
        : z(successes1, n1, successes2, n2);
  }

  private static boolean isWhole(double x) {
    return x == Math.rint(x);
  }
}
