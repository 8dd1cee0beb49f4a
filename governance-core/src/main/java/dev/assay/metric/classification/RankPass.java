package dev.assay.metric.classification;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.CalibrationBins;
import dev.assay.metric.classification.CellSums.GroupSums;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that needs a group's rows in score order: AUC, average precision, equal-mass bins.
/// The rows of one slicing are dealt to their groups without disturbing the order; then each group
/// is read from front to back.
final class RankPass {

  private final SortedRows rows;
  private final int[] tagged;
  private final double @Nullable [] weight;
  private final int[] start;

  private RankPass(SortedRows rows, int[] tagged, double @Nullable [] weight, int[] start) {
    this.rows = rows;
    this.tagged = tagged;
    this.weight = weight;
    this.start = start;
  }

  /// All rows as one group.
  static RankPass whole(SortedRows rows) {
    return new RankPass(rows, rows.tagged(), rows.weight(), new int[] {0, rows.rows()});
  }

  /// Rows dealt to the groups of one slicing.
  ///
  /// @param groupOf group of each cell
  static RankPass of(SortedRows rows, char[] cellAt, int[] groupOf, GroupSums[] sums) {
    if (sums.length == 1) {
      return whole(rows);
    }
    int[] start = new int[sums.length + 1];
    for (int g = 0; g < sums.length; g++) {
      start[g + 1] = start[g] + (int) sums[g].sums[CellSums.ROWS];
    }
    int[] next = start.clone();
    int[] from = rows.tagged();
    int[] tagged = new int[from.length];
    double[] weights = rows.weight();
    double @Nullable [] weight = weights == null ? null : new double[from.length];
    for (int i = 0; i < from.length; i++) {
      int to = next[groupOf[cellAt[i]]]++;
      tagged[to] = from[i];
      if (weight != null && weights != null) {
        weight[to] = weights[i];
      }
    }
    return new RankPass(rows, tagged, weight, start);
  }

  /// The statistics of every group.
  List<BinaryStatistics> statistics(GroupSums[] sums) {
    List<BinaryStatistics> all = new ArrayList<>(sums.length);
    for (int g = 0; g < sums.length; g++) {
      all.add(statistics(g, sums[g]));
    }
    return all;
  }

  private BinaryStatistics statistics(int g, GroupSums group) {
    double[] sums = group.sums;
    RankSums ranks = new RankSums(sums[CellSums.POSITIVE], sums[CellSums.NEGATIVE]);
    if (weight == null) {
      ranks.add(tagged, start[g], start[g + 1]);
    } else {
      ranks.add(tagged, weight, start[g], start[g + 1]);
    }
    ScoreStatistics scored =
        new ScoreStatistics(
            sums[CellSums.SCORE_POSITIVE],
            sums[CellSums.SCORE_NEGATIVE],
            sums[CellSums.SQUARED_ERROR],
            sums[CellSums.FOURTH_ERROR],
            sums[CellSums.LOG_LOSS],
            sums[CellSums.LOG_LOSS_SQUARED],
            ranks.won(),
            ranks.aucVariance(),
            ranks.steps(),
            group.bins,
            group.topBins,
            mass(start[g], start[g + 1]));
    return new BinaryStatistics(
        (long) sums[CellSums.ROWS],
        sums[CellSums.WEIGHT_SQUARED],
        group.counts[0],
        group.counts[1],
        group.counts[2],
        group.counts[3],
        scored);
  }

  /// Fifteen runs of rows, the first n mod 15 one row longer.
  private CalibrationBins mass(int from, int to) {
    CalibrationBins bins =
        new CalibrationBins(new double[Bins.COUNT], new double[Bins.COUNT], new double[Bins.COUNT]);
    int count = to - from;
    int at = from;
    for (int b = 0; b < Bins.COUNT; b++) {
      int end = at + count / Bins.COUNT + (b < count % Bins.COUNT ? 1 : 0);
      if (weight == null) {
        run(bins, b, at, end);
      } else {
        run(bins, weight, b, at, end);
      }
      at = end;
    }
    return bins;
  }

  private void run(CalibrationBins bins, int b, int from, int to) {
    double[] distinct = rows.distinct();
    double even = 0;
    double odd = 0;
    int observed = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      even += distinct[tagged[i] >>> 1];
      odd += distinct[tagged[i + 1] >>> 1];
      observed += (tagged[i] & 1) + (tagged[i + 1] & 1);
    }
    if (i < to) {
      even += distinct[tagged[i] >>> 1];
      observed += tagged[i] & 1;
    }
    bins.weight()[b] = to - from;
    bins.sumPredicted()[b] = even + odd;
    bins.sumObserved()[b] = observed;
  }

  private void run(CalibrationBins bins, double[] weights, int b, int from, int to) {
    double[] distinct = rows.distinct();
    for (int i = from; i < to; i++) {
      double w = weights[i];
      bins.weight()[b] += w;
      bins.sumPredicted()[b] += w * distinct[tagged[i] >>> 1];
      bins.sumObserved()[b] += (tagged[i] & 1) == 0 ? 0 : w;
    }
  }
}
