package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import dev.assay.metric.classification.ScoreOrder;
import org.jspecify.annotations.Nullable;

/// Two scores of the same rows compared by their areas under the ROC curve (DeLong, DeLong and
/// Clarke-Pearson 1988). With weights each row's placement counts with its squared weight.
///
/// @param first AUC of the first score; NaN where a class has no rows
/// @param second AUC of the second score
/// @param firstVariance variance of the first; NaN where a class has fewer than two (effective)
///   rows
/// @param secondVariance variance of the second
/// @param covariance of both
public record PairedDeLong(
    double first, double second, double firstVariance, double secondVariance, double covariance) {

  /// Compares two scores.
  ///
  /// @param truth whether each row is positive
  /// @param weights one a row, null when all are 1
  public static PairedDeLong of(
      boolean[] truth, double[] first, double[] second, double @Nullable [] weights) {
    double[] one = placements(truth, first, weights);
    double[] two = placements(truth, second, weights);
    Products positive = Products.of(truth, true, one, two, weights);
    Products negative = Products.of(truth, false, one, two, weights);
    return new PairedDeLong(
        positive.firstMean(),
        positive.secondMean(),
        positive.firstVariance() + negative.firstVariance(),
        positive.secondVariance() + negative.secondVariance(),
        positive.covariance() + negative.covariance());
  }

  /// Second minus first.
  public double difference() {
    return second - first;
  }

  /// Standard error of the difference.
  public double standardError() {
    return Math.sqrt(Math.max(0, firstVariance + secondVariance - 2 * covariance));
  }

  /// Interval of the difference.
  ///
  /// @return nothing where the standard error is not known
  public @Nullable Interval interval(double level) {
    double error = standardError();
    return Double.isNaN(error) || Double.isNaN(difference())
        ? null
        : AucIntervals.around(difference(), error, level);
  }

  /// Two-sided p-value of "both are equal"; NaN where the standard error is not known, 1 where the
  /// scores order all rows alike.
  public double pValue() {
    double error = standardError();
    if (error == 0) {
      return difference() == 0 ? 1 : 0;
    }
    return Math.min(1, 2 * Normal.survival(Math.abs(difference()) / error));
  }

  /// Of each row: the share of the other class that it stands on the right side of, equals half.
  private static double[] placements(boolean[] truth, double[] score, double @Nullable [] weights) {
    int[] order = ScoreOrder.of(score, 1);
    double[] placed = new double[order.length];
    double[] total = new double[2];
    for (int row = 0; row < truth.length; row++) {
      total[truth[row] ? 1 : 0] += weights == null ? 1 : weights[row];
    }
    double[] below = new double[2];
    int from = 0;
    while (from < order.length) {
      double[] equal = new double[2];
      int to = from;
      while (to < order.length && score[order[to]] == score[order[from]]) {
        equal[truth[order[to]] ? 1 : 0] += weights == null ? 1 : weights[order[to]];
        to++;
      }
      double ofPositive = (below[0] + equal[0] / 2) / total[0];
      double ofNegative = (total[1] - below[1] - equal[1] / 2) / total[1];
      for (int i = from; i < to; i++) {
        placed[order[i]] = truth[order[i]] ? ofPositive : ofNegative;
      }
      below[0] += equal[0];
      below[1] += equal[1];
      from = to;
    }
    return placed;
  }

  /// Means, variances and covariance of the placements of one class.
  private record Products(
      double firstMean,
      double secondMean,
      double firstVariance,
      double secondVariance,
      double covariance) {

    static Products of(
        boolean[] truth,
        boolean positive,
        double[] first,
        double[] second,
        double @Nullable [] weights) {
      double total = 0;
      double squares = 0;
      double firstSum = 0;
      double secondSum = 0;
      for (int row = 0; row < truth.length; row++) {
        if (truth[row] == positive) {
          double w = weights == null ? 1 : weights[row];
          total += w;
          squares += w * w;
          firstSum += w * first[row];
          secondSum += w * second[row];
        }
      }
      double one = firstSum / total;
      double two = secondSum / total;
      double firstSquared = 0;
      double secondSquared = 0;
      double product = 0;
      for (int row = 0; row < truth.length; row++) {
        if (truth[row] == positive) {
          double w = weights == null ? 1 : weights[row];
          firstSquared += w * w * (first[row] - one) * (first[row] - one);
          secondSquared += w * w * (second[row] - two) * (second[row] - two);
          product += w * w * (first[row] - one) * (second[row] - two);
        }
      }
      double effective = total * total / squares;
      double scale = effective > 1 ? effective / (effective - 1) / (total * total) : Double.NaN;
      return new Products(one, two, firstSquared * scale, secondSquared * scale, product * scale);
    }
  }
}
