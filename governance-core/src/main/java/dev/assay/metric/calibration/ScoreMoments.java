package dev.assay.metric.calibration;

/// Sums over the scores of each group.
final class ScoreMoments {

  private final double[] excess;
  private final double[] variance;
  private final double[] squaredPositive;
  private final double[] squaredNegative;

  ScoreMoments(int groups) {
    excess = new double[groups];
    variance = new double[groups];
    squaredPositive = new double[groups];
    squaredNegative = new double[groups];
  }

  void add(int g, double p, boolean y, double w) {
    double lever = 1 - 2 * p;
    excess[g] += w * ((y ? 1 : 0) - p) * lever;
    variance[g] += w * w * lever * lever * Math.max(0, p * (1 - p));
    if (y) {
      squaredPositive[g] += w * p * p;
    } else {
      squaredNegative[g] += w * p * p;
    }
  }

  ScoreFit with(int g, LogisticFit.Line line, LogisticFit.Line errors) {
    return new ScoreFit(
        line.intercept(),
        line.slope(),
        errors.intercept(),
        errors.slope(),
        variance[g] > 0 ? excess[g] / Math.sqrt(variance[g]) : Double.NaN,
        squaredPositive[g],
        squaredNegative[g]);
  }
}
