package dev.assay.metric.classification;

import dev.assay.work.Blocks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rows in score order, compactly: each position holds the rank of its score among the distinct
/// scores and whether its label is positive, in one int.
///
/// @param order row of each position
/// @param tagged rank of the score · 2 + (1 if the label is positive) of each position
/// @param distinct distinct scores, ascending
/// @param weight weight of each position, null when all are 1
/// @param threshold a score of at least this is a positive decision
record SortedRows(
    int[] order, int[] tagged, double[] distinct, double @Nullable [] weight, double threshold) {

  private static final int STRIPES = 16;

  /// Sorts and lays out the rows.
  static SortedRows of(
      boolean[] truth, double[] score, double @Nullable [] weight, double threshold, int threads) {
    return of(ScoreOrder.of(score, threads), truth, score, weight, threshold, threads);
  }

  /// Lays out rows whose order is known.
  static SortedRows of(
      int[] order,
      boolean[] truth,
      double[] score,
      double @Nullable [] weight,
      double threshold,
      int threads) {
    int rows = score.length;
    int[] tagged = new int[rows];
    double[] sorted = new double[rows];
    double @Nullable [] weights = weight == null ? null : new double[rows];
    int[] fresh = new int[STRIPES];
    Blocks.run(
        STRIPES,
        threads,
        stripe -> {
          int from = stripe(stripe, rows);
          double last = from == 0 ? Double.NaN : score[order[from - 1]];
          int count = 0;
          for (int i = from; i < stripe(stripe + 1, rows); i++) {
            int row = order[i];
            double p = score[row];
            boolean isFresh = p != last;
            count += isFresh ? 1 : 0;
            last = p;
            sorted[i] = p;
            tagged[i] = (truth[row] ? 1 : 0) | (isFresh ? 2 : 0);
            if (weights != null && weight != null) {
              weights[i] = weight[row];
            }
          }
          fresh[stripe] = count;
        });
    int distinct = 0;
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      int count = fresh[stripe];
      fresh[stripe] = distinct;
      distinct += count;
    }
    double[] scores = distinct == rows ? sorted : new double[distinct];
    Blocks.run(STRIPES, threads, stripe -> rank(tagged, sorted, scores, fresh[stripe], stripe));
    return new SortedRows(order, tagged, scores, weights, threshold);
  }

  private static void rank(
      int[] tagged, double[] sorted, double[] distinct, int before, int stripe) {
    int rank = before - 1;
    boolean compress = sorted != distinct;
    for (int i = stripe(stripe, tagged.length); i < stripe(stripe + 1, tagged.length); i++) {
      int tag = tagged[i];
      if ((tag & 2) != 0) {
        rank++;
        if (compress) {
          distinct[rank] = sorted[i];
        }
      }
      tagged[i] = rank << 1 | (tag & 1);
    }
  }

  private static int stripe(int stripe, int rows) {
    return (int) ((long) rows * stripe / STRIPES);
  }

  int rows() {
    return order.length;
  }

  /// Score of a position.
  double score(int position) {
    return distinct[tagged[position] >>> 1];
  }

  /// First position whose score is at least this.
  int firstAtLeast(double score) {
    int at = Arrays.binarySearch(distinct, score + 0.0);
    int rank = at >= 0 ? at : -at - 1;
    int low = 0;
    int high = tagged.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tagged[middle] >>> 1 >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
