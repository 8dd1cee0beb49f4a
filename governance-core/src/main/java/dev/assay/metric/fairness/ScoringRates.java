package dev.assay.metric.fairness;

import dev.assay.metric.classification.ScoreOrder;
import dev.assay.predictions.Predictions.Binary;
import java.util.Arrays;

/// Scoring rates of New York City Local Law 144 (6 RCNY 5-301): the share of a group that scores
/// strictly above the median of the full sample.
public final class ScoringRates {

  private final boolean[] above;
  private final double median;
  private final double[] weights;

  private ScoringRates(boolean[] above, double median, double[] weights) {
    this.above = above;
    this.median = median;
    this.weights = weights;
  }

  /// Finds the median of the full sample. With weights it is the weighted one: half of the weight
  /// lies on either side.
  ///
  /// @param favourableIsPositive whether the positive class is the good outcome; otherwise the
  ///   score is 1 − score
  /// @throws IllegalArgumentException when there are no scores
  public static ScoringRates of(Binary predictions, boolean favourableIsPositive) {
    double[] score = predictions.score();
    if (score == null) {
      throw new IllegalArgumentException("no scores");
    }
    double[] favourable =
        favourableIsPositive ? score : Arrays.stream(score).map(p -> 1 - p).toArray();
    double[] weights = predictions.weights();
    double median = weights == null ? median(favourable) : median(favourable, weights);
    boolean[] above = new boolean[score.length];
    for (int i = 0; i < above.length; i++) {
      above[i] = favourable[i] > median;
    }
    return new ScoringRates(above, median, weights == null ? new double[0] : weights);
  }

  /// The median of the full sample.
  public double median() {
    return median;
  }

  /// Weight of rows above the median in each group.
  ///
  /// @param codes group of each row
  public double[] above(int[] codes, int groups) {
    double[] sums = new double[groups];
    for (int i = 0; i < above.length; i++) {
      if (above[i]) {
        sums[codes[i]] += weights.length == 0 ? 1 : weights[i];
      }
    }
    return sums;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double median(double[] values, double[] weights) {
    int[] order = ScoreOrder.of(values, 1);
    double half = Arrays.stream(weights).sum() / 2;
    double below = 0;
    for (int i = 0; i < order.length; i++) {
      below += weights[order[i]];
      if (below == half && i + 1 < order.length) {
        return (values[order[i]] + values[order[i + 1]]) / 2;
      }
      if (below > half) {
        return values[order[i]];
      }
    }
    return values[order[order.length - 1]];
  }
}
