package dev.assay.check.statistics;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Area under the ROC curve of a score, ties counted half, with DeLong's standard error.
///
/// @param value the area; NaN with one class
/// @param standardError DeLong (1988); NaN with fewer than two rows in a class
/// @param positives rows of the positive class
/// @param negatives rows of the other
public record RankAuc(double value, double standardError, long positives, long negatives) {

  /// Computes both in n log n.
  public static RankAuc of(double[] score, boolean[] truth) {
    int n = score.length;
    long[] keyed = new long[n];
    double[] sorted = score.clone();
    Arrays.sort(sorted);
    int[] rank = new int[n];
    for (int i = 0; i < n; i++) {
      rank[i] = firstIndex(sorted, score[i]);
      keyed[rank[i]] += truth[i] ? 1L << 32 : 1L;
    }
    return fromTies(keyed);
  }

  /// The same from groups of rows that share a score.
  ///
  /// @param score score of each group
  /// @param positives positive rows of each group
  /// @param negatives other rows of each group
  public static RankAuc ofGroups(double[] score, long[] positives, long[] negatives) {
    double[] sorted = Arrays.stream(score).sorted().distinct().toArray();
    long[] ties = new long[sorted.length];
    for (int g = 0; g < score.length; g++) {
      ties[firstIndex(sorted, score[g])] += (positives[g] << 32) + negatives[g];
    }
    return fromTies(ties);
  }

  /// @param ties counts of positives (high half) and negatives (low half), by ascending score
  private static RankAuc fromTies(long[] ties) {
    long positives = 0;
    long negatives = 0;
    for (long tie : ties) {
      positives += tie >>> 32;
      negatives += tie & 0xFFFFFFFFL;
    }
    if (positives == 0 || negatives == 0) {
      return new RankAuc(Double.NaN, Double.NaN, positives, negatives);
    }
    double sumP = 0;
    double squaresP = 0;
    double squaresN = 0;
    long belowP = 0;
    long belowN = 0;
    for (long tie : ties) {
      long p = tie >>> 32;
      long q = tie & 0xFFFFFFFFL;
      if (p > 0 || q > 0) {
        double above = (belowN + q / 2.0) / negatives;
        double under = (positives - belowP - p / 2.0) / positives;
        sumP += p * above;
        squaresP += p * above * above;
        squaresN += q * under * under;
        belowP += p;
        belowN += q;
      }
    }
    double auc = sumP / positives;
    double error = Double.NaN;
    if (positives > 1 && negatives > 1) {
      double variance =
          (squaresP - positives * auc * auc) / (positives - 1.0) / positives
              + (squaresN - negatives * auc * auc) / (negatives - 1.0) / negatives;
      error = Math.sqrt(Math.max(0, variance));
    }
    return new RankAuc(auc, error, positives, negatives);
  }

  private static int firstIndex(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Double.compare(sorted[middle], value) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Lower end of the two-sided interval, on the logit scale; the value itself where there is no
  /// standard error.
  public double lower(double level) {
    return end(level, -1);
  }

  /// Upper end of the two-sided interval.
  public double upper(double level) {
    return end(level, 1);
  }

  private double end(double level, int side) {
    if (!(standardError > 0) || value <= 0 || value >= 1) {
      return value;
    }
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - (1 - level) / 2);
    double logit = Math.log(value / (1 - value));
    double step = z * standardError / (value * (1 - value));
    return 1 / (1 + Math.exp(-(logit + side * step)));
  }

  /// The area with its interval.
  public MetricValue asValue(double level) {
    if (Double.isNaN(value)) {
      return new MetricValue.Undefined("one class only");
    }
    if (!(standardError > 0)) {
      return MetricValue.of(value);
    }
    return new MetricValue.Defined(
        value, new Interval(lower(level), upper(level), level, "delong_logit"));
  }
}
