package dev.assay.metric.classification;

import dev.assay.metric.CalibrationBins;
import dev.assay.metric.classification.Segments.Segment;
import dev.assay.work.Blocks;
import java.util.List;

/// Everything that is a plain sum over rows, cell by cell: counts, losses, calibration bins. One
/// accumulator a segment of the score order; accumulators merge by addition, in order, so that sums
/// do not depend on the number of threads.
final class CellSums {

  private static final double CLIP = 2.22e-16;

  /// Sums that do not depend on the segment.
  static final int ROWS = 0;

  static final int WEIGHT_SQUARED = 1;
  static final int SQUARED_ERROR = 2;
  static final int FOURTH_ERROR = 3;
  static final int LOG_LOSS = 4;
  static final int LOG_LOSS_SQUARED = 5;

  /// Sums that calibration and decisions need of each segment.
  static final int POSITIVE = 6;

  static final int NEGATIVE = 7;
  static final int SCORE_POSITIVE = 8;
  static final int SCORE_NEGATIVE = 9;
  static final int SIZE = 10;

  private final List<Segment> segments;
  private final double[][] sums;

  private CellSums(List<Segment> segments, double[][] sums) {
    this.segments = segments;
    this.sums = sums;
  }

  /// One pass over the rows.
  static CellSums of(SortedRows rows, List<Segment> segments, CellFamily family, int threads) {
    double[][] sums = new double[segments.size()][];
    Blocks.run(segments.size(), threads, s -> sums[s] = accumulate(rows, segments.get(s), family));
    return new CellSums(segments, sums);
  }

  private static double[] accumulate(SortedRows rows, Segment segment, CellFamily family) {
    double[] sums = new double[family.cells() * SIZE];
    double[] distinct = rows.distinct();
    int[] tagged = rows.tagged();
    char[] cellAt = family.cellAt();
    double[] weight = rows.weight();
    for (int i = segment.from(); i < segment.to(); i++) {
      int at = cellAt[i] * SIZE;
      int tag = tagged[i];
      int y = tag & 1;
      double p = distinct[tag >>> 1];
      double w = weight == null ? 1 : weight[i];
      double error = y == 1 ? 1 - p : p;
      double squared = error * error;
      double clipped = Math.min(Math.max(p, CLIP), 1 - CLIP);
      double logLoss = -Math.log(y == 1 ? clipped : 1 - clipped);
      sums[at + ROWS]++;
      sums[at + WEIGHT_SQUARED] += w * w;
      sums[at + SQUARED_ERROR] += w * squared;
      sums[at + FOURTH_ERROR] += w * squared * squared;
      sums[at + LOG_LOSS] += w * logLoss;
      sums[at + LOG_LOSS_SQUARED] += w * logLoss * logLoss;
      sums[at + NEGATIVE - y] += w;
      sums[at + SCORE_NEGATIVE - y] += w * p;
    }
    return sums;
  }

  /// The sums of every group of a slicing, from its cells.
  ///
  /// @param groupOf group of each cell
  GroupSums[] groups(int[] groupOf, int groups) {
    GroupSums[] result = new GroupSums[groups];
    for (int g = 0; g < groups; g++) {
      result[g] = new GroupSums();
    }
    for (int s = 0; s < sums.length; s++) {
      for (int cell = 0; cell < groupOf.length; cell++) {
        if (sums[s][cell * SIZE] > 0) {
          result[groupOf[cell]].add(segments.get(s), sums[s], cell * SIZE);
        }
      }
    }
    return result;
  }

  /// Sums of one group.
  static final class GroupSums {
    final double[] sums = new double[SIZE];
    final double[] counts = new double[4];
    final CalibrationBins bins = empty();
    final CalibrationBins topBins = empty();

    private void add(Segment segment, double[] from, int at) {
      for (int i = 0; i < SIZE; i++) {
        sums[i] += from[at + i];
      }
      double positive = from[at + POSITIVE];
      double negative = from[at + NEGATIVE];
      double score = from[at + SCORE_POSITIVE] + from[at + SCORE_NEGATIVE];
      counts[segment.selected() ? 0 : 2] += positive;
      counts[segment.selected() ? 1 : 3] += negative;
      add(bins, segment.bin(), positive + negative, score, positive);
      if (segment.confident()) {
        add(topBins, segment.topBin(), positive + negative, score, positive);
      } else {
        double all = positive + negative;
        add(topBins, segment.topBin(), all, all - score, negative);
      }
    }

    private static void add(
        CalibrationBins bins, int bin, double weight, double predicted, double observed) {
      bins.weight()[bin] += weight;
      bins.sumPredicted()[bin] += predicted;
      bins.sumObserved()[bin] += observed;
    }

    private static CalibrationBins empty() {
      return new CalibrationBins(
          new double[Bins.COUNT], new double[Bins.COUNT], new double[Bins.COUNT]);
    }
  }
}
