package dev.assay.check.learn;

import dev.assay.check.statistics.RankAuc;
import java.util.Arrays;

/// How well one column alone tells a target: the mean target of a row's bin, learned on other
/// folds.
public final class SingleColumn {

  private static final int FOLDS = 5;
  private static final double PRIOR_ROWS = 10;

  private SingleColumn() {}

  /// Area under the ROC curve, out of fold.
  ///
  /// @param target whether each row is positive
  public static RankAuc auc(BinnedColumn column, boolean[] target, long seed) {
    OutOfFold folds = new OutOfFold(FOLDS, 0, OutOfFold.QUICK.settings());
    int bins = column.count();
    long[] positives = new long[FOLDS * bins];
    long[] negatives = new long[FOLDS * bins];
    for (int row = 0; row < target.length; row++) {
      int cell = folds.fold(row, seed) * bins + column.bin(row);
      if (target[row]) {
        positives[cell]++;
      } else {
        negatives[cell]++;
      }
    }
    double all = Arrays.stream(positives).sum() / (double) target.length;
    double[] score = new double[FOLDS * bins];
    for (int fold = 0; fold < FOLDS; fold++) {
      for (int bin = 0; bin < bins; bin++) {
        double hits = PRIOR_ROWS * all;
        double rows = PRIOR_ROWS;
        for (int other = 0; other < FOLDS; other++) {
          if (other != fold) {
            hits += positives[other * bins + bin];
            rows += positives[other * bins + bin] + negatives[other * bins + bin];
          }
        }
        score[fold * bins + bin] = hits / rows;
      }
    }
    return RankAuc.ofGroups(score, positives, negatives);
  }

  /// Share of the variance of a number that the column explains, out of fold; negative when it
  /// explains nothing.
  public static double explained(BinnedColumn column, double[] target, long seed) {
    OutOfFold folds = new OutOfFold(FOLDS, 0, OutOfFold.QUICK.settings());
    int bins = column.count();
    double[] sums = new double[FOLDS * bins];
    double[] rows = new double[FOLDS * bins];
    double mean = Arrays.stream(target).average().orElse(0);
    for (int row = 0; row < target.length; row++) {
      int cell = folds.fold(row, seed) * bins + column.bin(row);
      sums[cell] += target[row];
      rows[cell]++;
    }
    double squares = 0;
    double total = 0;
    for (int row = 0; row < target.length; row++) {
      int fold = folds.fold(row, seed);
      double sum = 0;
      double count = 0;
      for (int other = 0; other < FOLDS; other++) {
        if (other != fold) {
          sum += sums[other * bins + column.bin(row)];
          count += rows[other * bins + column.bin(row)];
        }
      }
      double gap = target[row] - (sum + mean) / (count + 1);
      squares += gap * gap;
      total += (target[row] - mean) * (target[row] - mean);
    }
    return total == 0 ? Double.NaN : 1 - squares / total;
  }
}
