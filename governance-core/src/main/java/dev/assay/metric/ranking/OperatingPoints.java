package dev.assay.metric.ranking;

import dev.assay.metric.MetricValue;
import dev.assay.metric.MetricValue.Undefined;

/// What each threshold gives in one slice: a row is decided positive when its score is at least the
/// threshold. Thresholds are the scores that occur, from high to low.
///
/// @param threshold the scores that occur, descending
/// @param truePositives weight of positive rows that score at least the threshold
/// @param falsePositives weight of negative rows that score at least the threshold
/// @param positives weight of all positive rows
/// @param negatives weight of all negative rows
public record OperatingPoints(
    double[] threshold,
    double[] truePositives,
    double[] falsePositives,
    double positives,
    double negatives) {

  private static final String NO_POSITIVE = "no positive rows";
  private static final String NO_NEGATIVE = "no negative rows";

  /// A threshold and what it gives.
  ///
  /// @param threshold the threshold
  /// @param value the value of the criterion there
  public record Best(double threshold, double value) {}

  /// Number of thresholds.
  public int size() {
    return threshold.length;
  }

  /// Points of the ROC curve, false positive rate → true positive rate, from (0, 0) to (1, 1);
  /// empty where a class has no rows.
  public CurvePoints roc() {
    if (positives == 0 || negatives == 0) {
      return CurvePoints.NONE;
    }
    double[] x = new double[size() + 1];
    double[] y = new double[size() + 1];
    for (int i = 0; i < size(); i++) {
      x[i + 1] = falsePositives[i] / negatives;
      y[i + 1] = truePositives[i] / positives;
    }
    return new CurvePoints(x, y);
  }

  /// Points of the precision–recall curve, recall → precision, from (0, 1) to recall 1; empty where
  /// there are no positive rows.
  public CurvePoints precisionRecall() {
    if (positives == 0) {
      return CurvePoints.NONE;
    }
    double[] x = new double[size() + 1];
    double[] y = new double[size() + 1];
    y[0] = 1;
    for (int i = 0; i < size(); i++) {
      x[i + 1] = truePositives[i] / positives;
      y[i + 1] = truePositives[i] / (truePositives[i] + falsePositives[i]);
    }
    return new CurvePoints(x, y);
  }

  /// True positive rate where the false positive rate is `rate`, by linear interpolation; at a
  /// vertical step its upper end.
  public MetricValue truePositiveRateAt(double rate) {
    CurvePoints roc = roc();
    return roc.x().length == 0
        ? new Undefined(positives == 0 ? NO_POSITIVE : NO_NEGATIVE)
        : MetricValue.of(roc.at(rate));
  }

  /// Area under the precision–recall curve by the trapezoid rule.
  public MetricValue precisionRecallArea() {
    return positives == 0
        ? new Undefined(NO_POSITIVE)
        : MetricValue.of(precisionRecall().trapezoid());
  }

  /// The threshold with the highest F1, the lowest of equal ones.
  ///
  /// @return NaN twice where there are no positive rows
  public Best bestF1() {
    if (positives == 0) {
      return new Best(Double.NaN, Double.NaN);
    }
    int best = 0;
    for (int i = 1; i < size(); i++) {
      best = f1(i) >= f1(best) ? i : best;
    }
    return new Best(threshold[best], f1(best));
  }

  private double f1(int i) {
    return 2 * truePositives[i] / (truePositives[i] + falsePositives[i] + positives);
  }

  /// The threshold with the highest true positive rate − false positive rate (Youden 1950), the
  /// lowest of equal ones.
  ///
  /// @return NaN twice where a class has no rows
  public Best bestYouden() {
    if (positives == 0 || negatives == 0) {
      return new Best(Double.NaN, Double.NaN);
    }
    int best = 0;
    for (int i = 1; i < size(); i++) {
      best = youden(i) >= youden(best) ? i : best;
    }
    return new Best(threshold[best], youden(best));
  }

  private double youden(int i) {
    return truePositives[i] / positives - falsePositives[i] / negatives;
  }

  /// Counts at a threshold: true positives and false positives.
  ///
  /// @return {tp, fp}
  public double[] at(double wanted) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (threshold[middle] >= wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0
        ? new double[] {0, 0}
        : new double[] {truePositives[low - 1], falsePositives[low - 1]};
  }
}
