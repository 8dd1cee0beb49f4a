package dev.assay.check.label;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Rows in order of a score, each at its normal score: where it would stand were scores normally
/// distributed. Equal scores are put in an order drawn by the seed.
///
/// @param place normal score of each row
/// @param centres mean place of each bin of neighbours
/// @param positives rows labelled positive in each bin
/// @param negatives the others
@SuppressWarnings("ArrayRecordComponent")
record Ordered(double[] place, double[] centres, double[] positives, double[] negatives) {

  private static final int MOST_BINS = 400;
  private static final int ROWS_PER_BIN = 10;

  static Ordered of(double[] score, boolean[] label, long seed) {
    int n = score.length;
    int[] order = order(score, seed);
    double[] place = new double[n];
    int bins = Math.clamp(n / ROWS_PER_BIN, 1, MOST_BINS);
    double[] centres = new double[bins];
    double[] positives = new double[bins];
    double[] negatives = new double[bins];
    NormalDistribution normal = NormalDistribution.of(0, 1);
    for (int b = 0; b < bins; b++) {
      int from = (int) ((long) b * n / bins);
      int to = (int) ((long) (b + 1) * n / bins);
      // Within a bin places hardly differ, but in the outermost bins, which are cut finely anyway.
      for (int r = from; r < to; r++) {
        int row = order[r];
        place[row] = normal.inverseCumulativeProbability((r + 0.5) / n);
        centres[b] += place[row] / (to - from);
        positives[b] += label[row] ? 1 : 0;
        negatives[b] += label[row] ? 0 : 1;
      }
    }
    return new Ordered(place, centres, positives, negatives);
  }

  private static int[] order(double[] score, long seed) {
    double[] sorted = score.clone();
    Arrays.parallelSort(sorted);
    int n = score.length;
    int[] next = new int[n];
    int[] order = new int[n];
    int[] rows = shuffled(n, seed);
    for (int row : rows) {
      int first = firstIndex(sorted, score[row]);
      order[first + next[first]++] = row;
    }
    return order;
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

  private static int[] shuffled(int n, long seed) {
    int[] rows = new int[n];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      rows[i] = rows[j];
      rows[j] = i;
    }
    return rows;
  }
}
