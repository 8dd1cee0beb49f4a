package dev.assay.metric.fairness;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.calibration.ScoreFit;
import dev.assay.metric.interval.GroupEstimate;

/// The numbers of a binary classifier in which groups are compared.
public final class BinaryNumbers {

  private static final String NO_ROWS = "no rows";
  private static final String NO_POSITIVE = "no positive rows";
  private static final String NO_NEGATIVE = "no negative rows";
  private static final String NONE_SELECTED = "nothing decided positive";
  private static final String NONE_REJECTED = "nothing decided negative";
  private static final String NO_SCORES = "no scores";

  private BinaryNumbers() {}

  /// Share decided positive.
  public static GroupNumber selectionRate(BinaryStatistics s) {
    return rate(s, s.selected(), s.total(), NO_ROWS);
  }

  /// Share that is given the favourable outcome.
  public static GroupNumber favourableRate(BinaryStatistics s, boolean favourableIsPositive) {
    return rate(
        s, favourableIsPositive ? s.selected() : s.total() - s.selected(), s.total(), NO_ROWS);
  }

  /// Share of the rows with any event.
  ///
  /// @param weight weight of the rows with the event
  public static GroupNumber share(BinaryStatistics s, double weight) {
    return rate(s, weight, s.total(), NO_ROWS);
  }

  /// Share whose label is positive.
  public static GroupNumber prevalence(BinaryStatistics s) {
    return rate(s, s.positives(), s.total(), NO_ROWS);
  }

  /// Share of positive rows that is decided positive.
  public static GroupNumber truePositiveRate(BinaryStatistics s) {
    return rate(s, s.tp(), s.positives(), NO_POSITIVE);
  }

  /// Share of negative rows that is decided positive.
  public static GroupNumber falsePositiveRate(BinaryStatistics s) {
    return rate(s, s.fp(), s.negatives(), NO_NEGATIVE);
  }

  /// Share of positive rows that is decided negative.
  public static GroupNumber falseNegativeRate(BinaryStatistics s) {
    return rate(s, s.fn(), s.positives(), NO_POSITIVE);
  }

  /// Share of positive decisions that is right.
  public static GroupNumber precision(BinaryStatistics s) {
    return rate(s, s.tp(), s.selected(), NONE_SELECTED);
  }

  /// Share of positive decisions that is wrong.
  public static GroupNumber falseDiscoveryRate(BinaryStatistics s) {
    return rate(s, s.fp(), s.selected(), NONE_SELECTED);
  }

  /// Share of negative decisions that is wrong.
  public static GroupNumber falseOmissionRate(BinaryStatistics s) {
    return rate(s, s.fn(), s.total() - s.selected(), NONE_REJECTED);
  }

  /// Share decided rightly.
  public static GroupNumber accuracy(BinaryStatistics s) {
    return rate(s, s.tp() + s.tn(), s.total(), NO_ROWS);
  }

  /// Share decided wrongly.
  public static GroupNumber errorRate(BinaryStatistics s) {
    return rate(s, s.fp() + s.fn(), s.total(), NO_ROWS);
  }

  /// Mean of true and false positive rate; they rest on different rows.
  public static GroupNumber averageOdds(BinaryStatistics s) {
    GroupNumber tpr = truePositiveRate(s);
    GroupNumber fpr = falsePositiveRate(s);
    if (!tpr.isDefined()) {
      return tpr;
    }
    if (!fpr.isDefined()) {
      return fpr;
    }
    double value = (tpr.value() + fpr.value()) / 2;
    return new GroupNumber.Limited(
        new GroupEstimate(
            value,
            z -> {
              Interval one = GroupEstimates.limits(tpr, z);
              Interval two = GroupEstimates.limits(fpr, z);
              double down = Math.hypot(tpr.value() - one.lower(), fpr.value() - two.lower()) / 2;
              double up = Math.hypot(one.upper() - tpr.value(), two.upper() - fpr.value()) / 2;
              return new Interval(value - down, value + up, one.level(), "mover");
            }));
  }

  /// FN / FP: how many people are missed for each that is wrongly picked.
  public static GroupNumber treatment(BinaryStatistics s) {
    if (s.fp() == 0) {
      return new GroupNumber.Undefined("no false positives");
    }
    GroupNumber share = rate(s, s.fn(), s.fn() + s.fp(), "no errors");
    return new GroupNumber.Limited(
        new GroupEstimate(
            s.fn() / s.fp(),
            z -> {
              Interval limits = GroupEstimates.limits(share, z);
              return new Interval(
                  odds(limits.lower()), odds(limits.upper()), limits.level(), "wilson_odds");
            }));
  }

  private static double odds(double share) {
    return share / Math.max(1 - share, 1e-12);
  }

  /// Area under the ROC curve.
  public static GroupNumber auc(BinaryStatistics s) {
    ScoreStatistics scored = s.scored();
    if (scored == null) {
      return new GroupNumber.Undefined(NO_SCORES);
    }
    if (s.positives() == 0 || s.negatives() == 0) {
      return new GroupNumber.Undefined(s.positives() == 0 ? NO_POSITIVE : NO_NEGATIVE);
    }
    double auc = scored.pairsWon() / (s.positives() * s.negatives());
    GroupEstimate estimate =
        GroupEstimate.auc(
            auc, scored.aucVariance(), s.effective(Math.min(s.positives(), s.negatives())));
    return estimate == null ? new GroupNumber.Bare(auc) : new GroupNumber.Limited(estimate);
  }

  /// Mean score of positive rows.
  public static GroupNumber meanScorePositive(BinaryStatistics s, ScoreFit fit) {
    ScoreStatistics scored = s.scored();
    return scored == null
        ? new GroupNumber.Undefined(NO_SCORES)
        : mean(s, scored.sumScorePositive(), fit.sumSquaredPositive(), s.positives(), NO_POSITIVE);
  }

  /// Mean score of negative rows.
  public static GroupNumber meanScoreNegative(BinaryStatistics s, ScoreFit fit) {
    ScoreStatistics scored = s.scored();
    return scored == null
        ? new GroupNumber.Undefined(NO_SCORES)
        : mean(s, scored.sumScoreNegative(), fit.sumSquaredNegative(), s.negatives(), NO_NEGATIVE);
  }

  /// Mean score − prevalence.
  public static GroupNumber calibrationGap(BinaryStatistics s) {
    ScoreStatistics scored = s.scored();
    if (scored == null) {
      return new GroupNumber.Undefined(NO_SCORES);
    }
    double gap = scored.sumScorePositive() + scored.sumScoreNegative() - s.positives();
    return mean(s, gap, scored.sumSquaredError(), s.total(), NO_ROWS);
  }

  private static GroupNumber mean(
      BinaryStatistics s, double sum, double squares, double weight, String reason) {
    if (weight == 0) {
      return new GroupNumber.Undefined(reason);
    }
    double mean = sum / weight;
    double variance = Math.max(0, squares / weight - mean * mean) / (s.effective(weight) - 1);
    return GroupNumber.mean(
        mean, s.effective(weight) > 1 ? Math.sqrt(variance) : Double.NaN, reason);
  }

  private static GroupNumber rate(
      BinaryStatistics s, double successes, double denominator, String reason) {
    if (denominator == 0) {
      return new GroupNumber.Undefined(reason);
    }
    double n = s.effective(denominator);
    return new GroupNumber.Rate(n == denominator ? successes : successes / denominator * n, n);
  }
}
