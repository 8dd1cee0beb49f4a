package dev.assay.metric;

import org.jspecify.annotations.Nullable;

/// Sufficient statistics of one slice of a binary classifier; everything the metrics, intervals and
/// disparities need. Counts are sums of weights (plain counts when every row weighs one).
///
/// @param n rows
/// @param sumWeightSquared sum of squared weights (= n without weights); effective n =
///   (tp+fp+fn+tn)² / this
/// @param tp true positives
/// @param fp false positives
/// @param fn false negatives
/// @param tn true negatives
/// @param scored absent when the model gives labels only
public record BinaryStatistics(
    long n,
    double sumWeightSquared,
    double tp,
    double fp,
    double fn,
    double tn,
    @Nullable ScoreStatistics scored) {

  /// Total weight.
  public double total() {
    return tp + fp + fn + tn;
  }

  /// Weight of rows whose label is positive.
  public double positives() {
    return tp + fn;
  }

  /// Weight of rows whose label is negative.
  public double negatives() {
    return fp + tn;
  }

  /// Weight of rows decided positive.
  public double selected() {
    return tp + fp;
  }

  /// (Σw)² / Σw²: the number of equally weighted rows that carry as much information.
  public double effectiveN() {
    return sumWeightSquared == 0 ? 0 : total() * total() / sumWeightSquared;
  }

  /// The part of the effective n that falls on a denominator: rows at risk, as if all weights were
  /// spread alike. Without weights it is the denominator itself.
  ///
  /// @param denominator weight of the rows at risk
  public double effective(double denominator) {
    return total() == 0 ? 0 : denominator * (effectiveN() / total());
  }

  /// What scores add.
  ///
  /// @param sumScorePositive sum of w·score over positive labels
  /// @param sumScoreNegative sum of w·score over negative labels
  /// @param sumSquaredError sum of w·(score − y)²
  /// @param sumFourthError sum of w·(score − y)⁴, for the interval of the Brier score
  /// @param sumLogLoss sum of w·log loss, clipped to [2.22e-16, 1 − 2.22e-16]
  /// @param sumLogLossSquared sum of w·log loss²
  /// @param pairsWon Σ over positive–negative pairs of w·w'·(1 if the positive scores higher, ½ if
  ///   equal)
  /// @param aucVariance DeLong's variance of the AUC, NaN when a class is missing or has one row
  /// @param precisionSteps Σ (R_k − R_{k−1})·P_k without the division by positives: Σ (positives in
  ///   tie block k)·P_k
  /// @param bins 15 equal-width calibration bins
  /// @param topLabelBins 15 equal-width bins of confidence max(p, 1 − p) against correctness
  /// @param massBins 15 equal-mass calibration bins; null where not computed
  public record ScoreStatistics(
      double sumScorePositive,
      double sumScoreNegative,
      double sumSquaredError,
      double sumFourthError,
      double sumLogLoss,
      double sumLogLossSquared,
      double pairsWon,
      double aucVariance,
      double precisionSteps,
      CalibrationBins bins,
      CalibrationBins topLabelBins,
      @Nullable CalibrationBins massBins) {}
}
