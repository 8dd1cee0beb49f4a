package dev.assay.metric.classification;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.CalibrationBins;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over the rows in score order that accumulates every group of one slicing at once.
///
/// A block of equal scores within a group is held back until the group's next score arrives, and
/// then counted as one step: ties count half in the AUC (Mann–Whitney), and one step in the average
/// precision. DeLong's variance (DeLong, DeLong and Clarke-Pearson 1988) needs the placement of
/// each row among the other class, which is known at that moment too, so it costs no second pass.
final class GroupPass {

  private final SortedRows rows;
  private final int[] codes;
  private final int groups;

  private final double[] totals;
  private final double[] sums;
  private final double[] bins;
  private final double[] steps;
  private final int[] count;
  private final int[] massEnd;
  private final int[] massBin;

  /// @param codes group of each row (in row order), or null when all rows are one group
  GroupPass(SortedRows rows, int @Nullable [] codes, int groups) {
    this.rows = rows;
    this.codes = codes == null ? new int[0] : codes;
    this.groups = groups;
    this.totals = new double[groups * Totals.SIZE];
    this.sums = new double[groups * Sums.SIZE];
    this.bins = new double[groups * BinSums.SIZE];
    this.steps = new double[groups * Steps.SIZE];
    this.count = new int[groups];
    this.massEnd = new int[groups];
    this.massBin = new int[groups];
  }

  /// The statistics of every group.
  List<BinaryStatistics> run() {
    countTotals();
    for (int g = 0; g < groups; g++) {
      massEnd[g] = massSize(g, 0);
      steps[g * Steps.SIZE + Steps.SCORE] = Double.NaN;
    }
    accumulate();
    List<BinaryStatistics> statistics = new ArrayList<>(groups);
    for (int g = 0; g < groups; g++) {
      flush(g);
      statistics.add(statistics(g));
    }
    return statistics;
  }

  private int group(int position) {
    return codes.length == 0 ? 0 : codes[rows.order()[position]];
  }

  private double weight(int position) {
    double[] weight = rows.weight();
    return weight == null ? 1 : weight[position];
  }

  private void countTotals() {
    boolean[] positive = rows.positive();
    for (int i = 0; i < rows.rows(); i++) {
      int g = group(i);
      double w = weight(i);
      count[g]++;
      int cell = (i >= rows.firstSelected() ? Totals.TRUE_POSITIVE : Totals.FALSE_NEGATIVE);
      totals[g * Totals.SIZE + cell + (positive[i] ? 0 : 1)] += w;
      totals[g * Totals.SIZE + Totals.SQUARED] += w * w;
    }
  }

  private void accumulate() {
    int[] seen = new int[groups];
    double[] score = rows.score();
    double[] logLoss = rows.logLoss();
    boolean[] positive = rows.positive();
    byte[] equalWidth = rows.bin();
    byte[] top = rows.topBin();
    for (int i = 0; i < rows.rows(); i++) {
      int g = group(i);
      double w = weight(i);
      double p = score[i];
      boolean y = positive[i];
      int s = g * Sums.SIZE;
      sums[s + (y ? Sums.SCORE_POSITIVE : Sums.SCORE_NEGATIVE)] += w * p;
      double error = y ? 1 - p : p;
      double squared = error * error;
      sums[s + Sums.SQUARED_ERROR] += w * squared;
      sums[s + Sums.FOURTH_ERROR] += w * squared * squared;
      sums[s + Sums.LOG_LOSS] += w * logLoss[i];
      sums[s + Sums.LOG_LOSS_SQUARED] += w * logLoss[i] * logLoss[i];
      if (seen[g] == massEnd[g]) {
        massBin[g]++;
        massEnd[g] += massSize(g, massBin[g]);
      }
      seen[g]++;
      int b = g * BinSums.SIZE;
      add(b + BinSums.WIDTH + 3 * equalWidth[i], w, p, y);
      add(b + BinSums.MASS + 3 * massBin[g], w, p, y);
      add(b + BinSums.TOP + 3 * top[i], w, Math.max(p, 1 - p), (p >= 0.5) == y);
      step(g, w, p, y);
    }
  }

  private void add(int at, double w, double predicted, boolean observed) {
    bins[at] += w;
    bins[at + 1] += w * predicted;
    if (observed) {
      bins[at + 2] += w;
    }
  }

  private void step(int g, double w, double p, boolean y) {
    int at = g * Steps.SIZE;
    if (steps[at + Steps.SCORE] != p) {
      flush(g);
      steps[at + Steps.SCORE] = p;
    }
    if (y) {
      steps[at + Steps.POSITIVE] += w;
      steps[at + Steps.POSITIVE_SQUARED] += w * w;
    } else {
      steps[at + Steps.NEGATIVE] += w;
      steps[at + Steps.NEGATIVE_SQUARED] += w * w;
    }
  }

  private void flush(int g) {
    int at = g * Steps.SIZE;
    double p = steps[at + Steps.POSITIVE];
    double q = steps[at + Steps.NEGATIVE];
    double positivesBelow = steps[at + Steps.POSITIVES_BELOW];
    double negativesBelow = steps[at + Steps.NEGATIVES_BELOW];
    if (p > 0) {
      double placement = negativesBelow + q / 2;
      double squared = steps[at + Steps.POSITIVE_SQUARED];
      steps[at + Steps.WON] += p * placement;
      steps[at + Steps.PLACED_POSITIVE] += squared * placement;
      steps[at + Steps.PLACED_POSITIVE_SQUARED] += squared * placement * placement;
      steps[at + Steps.WEIGHT_POSITIVE_SQUARED] += squared;
      double positivesAbove = positives(g) - positivesBelow;
      double above = positivesAbove + negatives(g) - negativesBelow;
      steps[at + Steps.PRECISION] += p * (positivesAbove / above);
    }
    if (q > 0) {
      double placement = positives(g) - positivesBelow - p / 2;
      double squared = steps[at + Steps.NEGATIVE_SQUARED];
      steps[at + Steps.PLACED_NEGATIVE] += squared * placement;
      steps[at + Steps.PLACED_NEGATIVE_SQUARED] += squared * placement * placement;
      steps[at + Steps.WEIGHT_NEGATIVE_SQUARED] += squared;
    }
    steps[at + Steps.POSITIVES_BELOW] = positivesBelow + p;
    steps[at + Steps.NEGATIVES_BELOW] = negativesBelow + q;
    steps[at + Steps.POSITIVE] = 0;
    steps[at + Steps.NEGATIVE] = 0;
    steps[at + Steps.POSITIVE_SQUARED] = 0;
    steps[at + Steps.NEGATIVE_SQUARED] = 0;
  }

  private double positives(int g) {
    int at = g * Totals.SIZE;
    return totals[at + Totals.TRUE_POSITIVE] + totals[at + Totals.FALSE_NEGATIVE];
  }

  private double negatives(int g) {
    int at = g * Totals.SIZE;
    return totals[at + Totals.FALSE_POSITIVE] + totals[at + Totals.TRUE_NEGATIVE];
  }

  private int massSize(int g, int bin) {
    return count[g] / Bins.COUNT + (bin < count[g] % Bins.COUNT ? 1 : 0);
  }

  private BinaryStatistics statistics(int g) {
    int t = g * Totals.SIZE;
    int s = g * Sums.SIZE;
    int b = g * BinSums.SIZE;
    ScoreStatistics scored =
        new ScoreStatistics(
            sums[s + Sums.SCORE_POSITIVE],
            sums[s + Sums.SCORE_NEGATIVE],
            sums[s + Sums.SQUARED_ERROR],
            sums[s + Sums.FOURTH_ERROR],
            sums[s + Sums.LOG_LOSS],
            sums[s + Sums.LOG_LOSS_SQUARED],
            steps[g * Steps.SIZE + Steps.WON],
            Steps.aucVariance(steps, g, positives(g), negatives(g)),
            steps[g * Steps.SIZE + Steps.PRECISION],
            BinSums.bins(bins, b + BinSums.WIDTH),
            BinSums.bins(bins, b + BinSums.TOP),
            BinSums.bins(bins, b + BinSums.MASS));
    return new BinaryStatistics(
        count[g],
        totals[t + Totals.SQUARED],
        totals[t + Totals.TRUE_POSITIVE],
        totals[t + Totals.FALSE_POSITIVE],
        totals[t + Totals.FALSE_NEGATIVE],
        totals[t + Totals.TRUE_NEGATIVE],
        scored);
  }

  /// Layout of the counts of a group.
  private static final class Totals {
    static final int TRUE_POSITIVE = 0;
    static final int FALSE_POSITIVE = 1;
    static final int FALSE_NEGATIVE = 2;
    static final int TRUE_NEGATIVE = 3;
    static final int SQUARED = 4;
    static final int SIZE = 5;
  }

  /// Layout of the sums of a group.
  private static final class Sums {
    static final int SCORE_POSITIVE = 0;
    static final int SCORE_NEGATIVE = 1;
    static final int SQUARED_ERROR = 2;
    static final int LOG_LOSS = 3;
    static final int FOURTH_ERROR = 4;
    static final int LOG_LOSS_SQUARED = 5;
    static final int SIZE = 6;
  }

  /// Layout of the bins of a group: weight, predicted, observed of each of fifteen bins, three
  /// times.
  private static final class BinSums {
    static final int WIDTH = 0;
    static final int MASS = 3 * Bins.COUNT;
    static final int TOP = 6 * Bins.COUNT;
    static final int SIZE = 9 * Bins.COUNT;

    static CalibrationBins bins(double[] from, int at) {
      double[] weight = new double[Bins.COUNT];
      double[] predicted = new double[Bins.COUNT];
      double[] observed = new double[Bins.COUNT];
      for (int i = 0; i < Bins.COUNT; i++) {
        weight[i] = from[at + 3 * i];
        predicted[i] = from[at + 3 * i + 1];
        observed[i] = from[at + 3 * i + 2];
      }
      return new CalibrationBins(weight, predicted, observed);
    }
  }
}
