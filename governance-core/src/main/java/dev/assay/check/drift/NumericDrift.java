package dev.assay.check.drift;

import dev.assay.check.statistics.Divergence;
import dev.assay.check.values.Words;
import java.util.Arrays;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/// Drift of a numeric column. Bins are deciles of the reference, repeated ones once, open at both
/// ends, each [low, high). Missing values take no part.
///
/// @param edges inner edges of the bins
/// @param before counts in the reference
/// @param after counts in the current batch
/// @param psi population stability index over the bins
/// @param psiSmoothed the same with half a count added to every bin
/// @param jensenShannon Jensen–Shannon distance over the bins, base 2
/// @param ks Kolmogorov–Smirnov statistic
/// @param pValue of the two-sided test
/// @param wasserstein earth mover's distance, in units of the column
/// @param wassersteinNormed divided by the reference's standard deviation; NaN where that is 0
@SuppressWarnings("ArrayRecordComponent")
record NumericDrift(
    String column,
    Missing missing,
    double[] edges,
    long[] before,
    long[] after,
    double psi,
    double psiSmoothed,
    double jensenShannon,
    double ks,
    double pValue,
    double wasserstein,
    double wassersteinNormed,
    double[] medians)
    implements ColumnDrift {

  private static final int DECILES = 10;
  private static final double LARGE = 0.1;

  /// Pairs of rows up to which the exact distribution of the statistic is used.
  private static final long EXACT_PAIRS = 1_000_000;

  static NumericDrift of(String column, double[] reference, double[] current) {
    double[] a = sortedNumbers(reference);
    double[] b = sortedNumbers(current);
    Missing missing =
        new Missing(
            reference.length - a.length,
            reference.length,
            current.length - b.length,
            current.length);
    if (a.length == 0 || b.length == 0) {
      return new NumericDrift(
          column,
          missing,
          new double[0],
          new long[] {a.length},
          new long[] {b.length},
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          new double[] {Double.NaN, Double.NaN});
    }
    double[] edges = deciles(a);
    long[] before = counts(a, edges);
    long[] after = counts(b, edges);
    double[] p = Divergence.shares(before);
    double[] q = Divergence.shares(after);
    Distances distances = Distances.of(a, b);
    return new NumericDrift(
        column,
        missing,
        edges,
        before,
        after,
        Divergence.psi(p, q),
        Divergence.psi(Divergence.smoothed(before), Divergence.smoothed(after)),
        Divergence.jensenShannon(p, q),
        distances.ks(),
        pValue(a, b),
        distances.wasserstein(),
        distances.wasserstein() / deviation(a),
        new double[] {quantile(a, 0.5), quantile(b, 0.5)});
  }

  @Override
  public boolean large() {
    return psi >= LARGE || jensenShannon >= LARGE || wassersteinNormed >= LARGE;
  }

  @Override
  public String words() {
    return "median "
        + Words.number(medians[0])
        + " → "
        + Words.number(medians[1])
        + ", PSI "
        + Words.rounded(psi, 3)
        + ", KS "
        + Words.rounded(ks, 3)
        + (Double.isNaN(wassersteinNormed)
            ? ""
            : ", moved by " + Words.rounded(wassersteinNormed, 2) + " standard deviations");
  }

  private static double[] sortedNumbers(double[] values) {
    double[] numbers = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(numbers);
    return numbers;
  }

  private static double[] deciles(double[] sorted) {
    double[] all = new double[DECILES + 1];
    for (int i = 0; i <= DECILES; i++) {
      all[i] = quantile(sorted, i == DECILES ? 1 : i * (1.0 / DECILES));
    }
    double[] distinct = Arrays.stream(all).distinct().toArray();
    return distinct.length < 3
        ? new double[0]
        : Arrays.copyOfRange(distinct, 1, distinct.length - 1);
  }

  /// Linear interpolation between order statistics.
  private static double quantile(double[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int low = (int) Math.floor(place);
    int high = Math.min(low + 1, sorted.length - 1);
    double part = place - low;
    double step = sorted[high] - sorted[low];
    return part < 0.5 ? sorted[low] + step * part : sorted[high] - step * (1 - part);
  }

  private static long[] counts(double[] sorted, double[] edges) {
    long[] counts = new long[edges.length + 1];
    int from = 0;
    for (int e = 0; e < edges.length; e++) {
      int to = Distances.firstAtLeast(sorted, edges[e]);
      counts[e] = to - from;
      from = to;
    }
    counts[edges.length] = sorted.length - from;
    return counts;
  }

  private static double pValue(double[] a, double[] b) {
    boolean small = (long) a.length * b.length <= EXACT_PAIRS;
    if (a.length < 2 || b.length < 2) {
      return Double.NaN;
    }
    return KolmogorovSmirnovTest.withDefaults()
        .with(small ? PValueMethod.AUTO : PValueMethod.ASYMPTOTIC)
        .test(a, b)
        .getPValue();
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = Math.sqrt(squares / values.length);
    return deviation > 0 ? deviation : Double.NaN;
  }
}
