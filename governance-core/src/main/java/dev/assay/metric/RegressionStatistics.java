package dev.assay.metric;

/// Sufficient statistics of one slice of a model that predicts numbers. Error = predicted − true;
/// every sum is weighted.
///
/// @param n rows
/// @param weight total weight (= n without weights)
/// @param sumWeightSquared sum of squared weights (= n without weights)
/// @param meanTruth mean of the true values
/// @param meanPredicted mean of the predictions
/// @param sumAbsolute Σ w·|error|
/// @param sumSquared Σ w·error²
/// @param sumFourth Σ w·error⁴
/// @param moments centred sums of products of truth and prediction
/// @param medianAbsolute median of |error|: half of the weight is on either side
/// @param medianBand order statistics around the median of |error|, for its interval
/// @param maxAbsolute largest |error|
/// @param spearman rank correlation, ties at their mean rank; NaN where truth or prediction does
///   not vary
public record RegressionStatistics(
    long n,
    double weight,
    double sumWeightSquared,
    double meanTruth,
    double meanPredicted,
    double sumAbsolute,
    double sumSquared,
    double sumFourth,
    Moments moments,
    double medianAbsolute,
    MedianBand medianBand,
    double maxAbsolute,
    double spearman) {

  /// (Σw)² / Σw²: the number of equally weighted rows that carry as much information.
  public double effectiveN() {
    return sumWeightSquared == 0 ? 0 : weight * weight / sumWeightSquared;
  }

  /// Mean of predicted − true.
  public double meanError() {
    return meanPredicted - meanTruth;
  }

  /// Σ w·(truth − its mean)^i·(prediction − its mean)^j.
  ///
  /// @param tt i = 2, j = 0
  /// @param tp i = 1, j = 1
  /// @param pp i = 0, j = 2
  /// @param tttt i = 4, j = 0
  /// @param tttp i = 3, j = 1
  /// @param ttpp i = 2, j = 2
  /// @param tppp i = 1, j = 3
  /// @param pppp i = 0, j = 4
  /// @param eett Σ w·error²·(truth − its mean)²
  public record Moments(
      double tt,
      double tp,
      double pp,
      double tttt,
      double tttp,
      double ttpp,
      double tppp,
      double pppp,
      double eett) {

    /// Σ w·(error − its mean)².
    public double errorSpread() {
      return Math.max(0, tt - 2 * tp + pp);
    }
  }

  /// Order statistics of |error| at ranks n/2 ± z·√n/2 (Woodruff 1952) for z = 0, ¼, ½ … 4.
  ///
  /// @param below at the lower ranks
  /// @param above at the upper ranks
  public record MedianBand(double[] below, double[] above) {

    /// Steps of z.
    public static final double STEP = 0.25;

    /// Number of steps.
    public static final int SIZE = 17;
  }
}
