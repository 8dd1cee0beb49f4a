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

  /// Takes rows that weigh one each, in ascending order.
  ///
  /// @param tagged rank of the score · 2 + (1 if positive)
  void add(int[] tagged, int from, int to) {
    double below = 0;
    double above = positives;
    double beside = negatives;
    double wins = 0;
    double winsSquared = 0;
    double losses = 0;
    double lossesSquared = 0;
    double precision = 0;
    int i = from;
    while (i < to) {
      int begin = i;
      int last = tagged[i] | 1;
      int positive = tagged[i] & 1;
      i++;
      while (i < to && (tagged[i] | 1) == last) {
        positive += tagged[i] & 1;
        i++;
      }
      double p = positive;
      double q = i - begin - positive;
      double placement = below + q / 2;
      wins += p * placement;
      winsSquared += p * placement * placement;
      precision += p * (above / (above + beside));
      double other = above - p / 2;
      losses += q * other;
      lossesSquared += q * other * other;
      below += q;
      beside -= q;
      above -= p;
    }
    won = wins;
    placedPositive = wins;
    placedPositiveSquared = winsSquared;
    placedNegative = losses;
    placedNegativeSquared = lossesSquared;
    steps = precision;
    weightPositiveSquared = positives;
    weightNegativeSquared = negatives;
  }

  /// Takes weighted rows in ascending order.
  ///
  /// @param tagged rank of the score · 2 + (1 if positive)
  void add(int[] tagged, double[] weights, int from, int to) {
    int i = from;
    while (i < to) {
      int last = tagged[i] | 1;
      double p = 0;
      double q = 0;
      double pp = 0;
      double qq = 0;
      while (i < to && (tagged[i] | 1) == last) {
        double w = weights[i];
        if ((tagged[i] & 1) != 0) {
          p += w;
          pp += w * w;
        } else {
          q += w;
          qq += w * w;
        }
        i++;
      }
      score(p, q, pp, qq);
    }
  }

  /// Takes all rows of one score.
  ///
  /// @param p weight of positive rows
  /// @param q weight of negative rows
  /// @param pp sum of squared weights of positive rows
  /// @param qq sum of squared weights of negative rows
  private void score(double p, double q, double pp, double qq) {
    double placement = negativesBelow + q / 2;
    won += p * placement;
    placedPositive += pp * placement;
    placedPositiveSquared += pp * placement * placement;
    double positivesAbove = positives - positivesBelow;
    steps += p == 0 ? 0 : p * (positivesAbove / (positivesAbove + negatives - negativesBelow));
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
