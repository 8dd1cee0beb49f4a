package dev.assay.metric.classification;

/// Layout of what a group carries from score to score, and what the placements come to in the end.
final class Steps {

  /// The score of the block that is held back.
  static final int SCORE = 0;

  static final int POSITIVE = 1;
  static final int NEGATIVE = 2;
  static final int POSITIVE_SQUARED = 3;
  static final int NEGATIVE_SQUARED = 4;
  static final int POSITIVES_BELOW = 5;
  static final int NEGATIVES_BELOW = 6;
  static final int WON = 7;
  static final int PRECISION = 8;
  static final int PLACED_POSITIVE = 9;
  static final int PLACED_POSITIVE_SQUARED = 10;
  static final int PLACED_NEGATIVE = 11;
  static final int PLACED_NEGATIVE_SQUARED = 12;
  static final int WEIGHT_POSITIVE_SQUARED = 13;
  static final int WEIGHT_NEGATIVE_SQUARED = 14;
  static final int SIZE = 15;

  private Steps() {}

  /// DeLong's variance of the AUC of group `g`; with weights, each row's placement counts with its
  /// squared weight. NaN where a class has fewer than two (effective) rows.
  static double aucVariance(double[] steps, int g, double positives, double negatives) {
    int at = g * SIZE;
    double auc = steps[at + WON] / (positives * negatives);
    return part(
            steps[at + PLACED_POSITIVE],
            steps[at + PLACED_POSITIVE_SQUARED],
            steps[at + WEIGHT_POSITIVE_SQUARED],
            positives,
            negatives,
            auc)
        + part(
            steps[at + PLACED_NEGATIVE],
            steps[at + PLACED_NEGATIVE_SQUARED],
            steps[at + WEIGHT_NEGATIVE_SQUARED],
            negatives,
            positives,
            auc);
  }

  /// Variance from the rows of one class.
  private static double part(
      double placed,
      double placedSquared,
      double weightSquared,
      double own,
      double other,
      double auc) {
    double effective = own * own / weightSquared;
    if (!(effective > 1)) {
      return Double.NaN;
    }
    double centred =
        placedSquared / (other * other) - 2 * auc * placed / other + auc * auc * weightSquared;
    return Math.max(0, centred) / (own * own) * effective / (effective - 1);
  }
}
