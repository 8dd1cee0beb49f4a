package dev.assay.metric.classification;

import dev.assay.work.Blocks;
import org.jspecify.annotations.Nullable;

/// Everything about a row that its groups share, computed once and laid out in score order, so that
/// each group's pass reads memory from front to back.
///
/// @param order row of each position
/// @param score ascending
/// @param logLoss of each position, clipped
/// @param positive whether the label is positive
/// @param bin equal-width calibration bin
/// @param topBin bin of the confidence max(p, 1 − p)
/// @param weight weight of each position, null when all are 1
/// @param firstSelected first position whose score reaches the threshold
record SortedRows(
    int[] order,
    double[] score,
    double[] logLoss,
    boolean[] positive,
    byte[] bin,
    byte[] topBin,
    double @Nullable [] weight,
    int firstSelected) {

  private static final double CLIP = 2.22e-16;
  private static final int STRIPES = 16;

  /// Sorts and lays out the rows.
  static SortedRows of(
      boolean[] truth, double[] score, double @Nullable [] weight, double threshold, int threads) {
    int rows = score.length;
    int[] order = ScoreOrder.of(score, threads);
    double[] sorted = new double[rows];
    double[] logLoss = new double[rows];
    boolean[] positive = new boolean[rows];
    byte[] bin = new byte[rows];
    byte[] topBin = new byte[rows];
    double @Nullable [] weights = weight == null ? null : new double[rows];
    Blocks.run(
        STRIPES,
        threads,
        stripe -> {
          int to = (int) ((long) rows * (stripe + 1) / STRIPES);
          for (int i = (int) ((long) rows * stripe / STRIPES); i < to; i++) {
            int row = order[i];
            double p = score[row];
            sorted[i] = p;
            positive[i] = truth[row];
            double clipped = Math.clamp(p, CLIP, 1 - CLIP);
            logLoss[i] = -Math.log(truth[row] ? clipped : 1 - clipped);
            bin[i] = (byte) Bins.of(p);
            topBin[i] = (byte) Bins.of(Math.max(p, 1 - p));
            if (weights != null && weight != null) {
              weights[i] = weight[row];
            }
          }
        });
    return new SortedRows(
        order, sorted, logLoss, positive, bin, topBin, weights, firstAtLeast(sorted, threshold));
  }

  int rows() {
    return order.length;
  }

  private static int firstAtLeast(double[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
