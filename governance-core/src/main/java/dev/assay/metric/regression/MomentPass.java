package dev.assay.metric.regression;

import dev.assay.metric.RegressionStatistics;
import dev.assay.metric.RegressionStatistics.Moments;
import org.jspecify.annotations.Nullable;

/// Means of two numbers in every group, then sums of products around them.
final class MomentPass {

  private static final int ROWS = 0;
  private static final int WEIGHT = 1;
  private static final int SQUARED = 2;
  private static final int T = 3;
  private static final int P = 4;
  private static final int ABSOLUTE = 5;
  private static final int EE = 6;
  private static final int EEEE = 7;
  private static final int TT = 8;
  private static final int TP = 9;
  private static final int PP = 10;
  private static final int TTTT = 11;
  private static final int TTTP = 12;
  private static final int TTPP = 13;
  private static final int TPPP = 14;
  private static final int PPPP = 15;
  private static final int EETT = 16;
  private static final int SIZE = 17;

  private final double[] sums;

  private MomentPass(double[] sums) {
    this.sums = sums;
  }

  /// Two passes in row order.
  static MomentPass of(
      double[] truth,
      double[] predicted,
      double @Nullable [] weights,
      int @Nullable [] codes,
      int groups) {
    double[] sums = new double[groups * SIZE];
    for (int i = 0; i < truth.length; i++) {
      int at = (codes == null ? 0 : codes[i]) * SIZE;
      double w = weights == null ? 1 : weights[i];
      sums[at + ROWS]++;
      sums[at + WEIGHT] += w;
      sums[at + SQUARED] += w * w;
      sums[at + T] += w * truth[i];
      sums[at + P] += w * predicted[i];
    }
    for (int at = 0; at < sums.length; at += SIZE) {
      sums[at + T] /= sums[at + WEIGHT];
      sums[at + P] /= sums[at + WEIGHT];
    }
    for (int i = 0; i < truth.length; i++) {
      int at = (codes == null ? 0 : codes[i]) * SIZE;
      double w = weights == null ? 1 : weights[i];
      double t = truth[i] - sums[at + T];
      double p = predicted[i] - sums[at + P];
      double e = predicted[i] - truth[i];
      double ee = e * e;
      sums[at + ABSOLUTE] += w * Math.abs(e);
      sums[at + EE] += w * ee;
      sums[at + EEEE] += w * ee * ee;
      sums[at + TT] += w * t * t;
      sums[at + TP] += w * t * p;
      sums[at + PP] += w * p * p;
      sums[at + TTTT] += w * t * t * t * t;
      sums[at + TTTP] += w * t * t * t * p;
      sums[at + TTPP] += w * t * t * p * p;
      sums[at + TPPP] += w * t * p * p * p;
      sums[at + PPPP] += w * p * p * p * p;
      sums[at + EETT] += w * ee * t * t;
    }
    for (int at = 0; at < sums.length; at += SIZE) {
      sums[at + TT] = spread(sums[at + TT], sums[at + T], sums[at + WEIGHT]);
      sums[at + PP] = spread(sums[at + PP], sums[at + P], sums[at + WEIGHT]);
    }
    return new MomentPass(sums);
  }

  /// What is left of equal numbers is the rounding of their mean, not a spread.
  private static double spread(double sum, double mean, double weight) {
    double rounding = 4 * Math.ulp(mean);
    return sum <= weight * rounding * rounding ? 0 : sum;
  }

  /// Pearson correlation of the two numbers; NaN where one does not vary.
  double correlation(int g) {
    int at = g * SIZE;
    return RegressionMetrics.correlation(sums[at + TT], sums[at + TP], sums[at + PP]);
  }

  /// Puts a group's statistics together.
  RegressionStatistics statistics(int g, ErrorOrder errors, double spearman) {
    int at = g * SIZE;
    double effectiveN = sums[at + WEIGHT] * sums[at + WEIGHT] / sums[at + SQUARED];
    return new RegressionStatistics(
        (long) sums[at + ROWS],
        sums[at + WEIGHT],
        sums[at + SQUARED],
        sums[at + T],
        sums[at + P],
        sums[at + ABSOLUTE],
        sums[at + EE],
        sums[at + EEEE],
        new Moments(
            sums[at + TT],
            sums[at + TP],
            sums[at + PP],
            sums[at + TTTT],
            sums[at + TTTP],
            sums[at + TTPP],
            sums[at + TPPP],
            sums[at + PPPP],
            sums[at + EETT]),
        errors.median(g),
        errors.band(g, effectiveN),
        errors.largest(g),
        spearman);
  }
}
