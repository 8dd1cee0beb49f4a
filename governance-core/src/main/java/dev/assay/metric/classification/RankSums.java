package dev.assay.metric.classification;

/// What a group carries from score to score, in ascending order: the pairs of a positive and a
/// negative row that are in the right order (Mann–Whitney, equals half), the steps of the average
/// precision, and each row's placement among the other class, which DeLong's variance is made of
/// (DeLong, DeLong and Clarke-Pearson 1988).
final class RankSums {

  private final double positives;
  private final double negatives;
  private double positivesBelow;
  private double negativesBelow;
  private double won;
  private double steps;
  private double placedPositive;
  private double placedPositiveSquared;
  private double placedNegative;
  private double placedNegativeSquared;
  private double weightPositiveSquared;
  private double weightNegativeSquared;

  /// @param positives weight of the group's positive rows
  /// @param negatives weight of its negative rows
  RankSums(double positives, double negatives) {
    this.positives = positives;
    this.negatives = negatives;
  }

  /// Takes all rows of one score.
  ///
  /// @param p weight of positive rows
  /// @param q weight of negative rows
  /// @param pp sum of squared weights of positive rows
  /// @param qq sum of squared weights of negative rows
  void add(double p, double q, double pp, double qq) {
    double placement = negativesBelow + q / 2;
    won += p * placement;
    placedPositive += pp * placement;
    placedPositiveSquared += pp * placement * placement;
    double positivesAbove = positives - positivesBelow;
    steps += p * (positivesAbove / (positivesAbove + (negatives - negativesBelow)));
    double other = positivesAbove - p / 2;
    placedNegative += qq * other;
    placedNegativeSquared += qq * other * other;
    weightPositiveSquared += pp;
    weightNegativeSquared += qq;
    positivesBelow += p;
    negativesBelow += q;
  }

  /// Pairs won, ties half.
  double won() {
    return won;
  }

  /// Σ (positives of a score)·(precision at that score).
  double steps() {
    return steps;
  }

  /// DeLong's variance of the AUC; with weights, each row's placement counts with its squared
  /// weight. NaN where a class has fewer than two (effective) rows.
  double aucVariance() {
    double auc = won / (positives * negatives);
    return part(
            placedPositive, placedPositiveSquared, weightPositiveSquared, positives, negatives, auc)
        + part(
            placedNegative,
            placedNegativeSquared,
            weightNegativeSquared,
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
