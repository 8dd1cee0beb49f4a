package dev.assay.metric.interval;

import dev.assay.metric.CalibrationBins;
import dev.assay.metric.Interval;
import org.jspecify.annotations.Nullable;

/// Intervals of calibration errors. A calibration error is a sum of absolute gaps, so noise alone
/// makes it positive: resampling it adds the noise a second time, and the percentile interval of a
/// well calibrated model lies above the truth.
///
/// Here the observed gaps are scaled until the observed error would be too high, or too low, to be
/// chance: each observed share varies around its scaled value as so many rows make it, so mean and
/// variance of the sum of absolute values are known without drawing.
public final class CalibrationIntervals {

  private final CalibrationBins bins;
  private final double effectiveN;
  private final double[] share;
  private final double[] predicted;
  private final double[] gap;
  private final double[] rows;

  private CalibrationIntervals(CalibrationBins bins, double effectiveN) {
    int size = bins.weight().length;
    this.bins = bins;
    this.effectiveN = effectiveN;
    this.share = new double[size];
    this.predicted = new double[size];
    this.gap = new double[size];
    this.rows = new double[size];
  }

  /// Prepares the bins.
  ///
  /// @param effectiveN (effective) rows in all bins together
  public static CalibrationIntervals of(CalibrationBins bins, double effectiveN) {
    CalibrationIntervals intervals = new CalibrationIntervals(bins, effectiveN);
    intervals.prepare();
    return intervals;
  }

  private void prepare() {
    double total = 0;
    for (double weight : bins.weight()) {
      total += weight;
    }
    for (int b = 0; b < share.length; b++) {
      double weight = bins.weight()[b];
      if (weight > 0) {
        share[b] = weight / total;
        rows[b] = share[b] * effectiveN;
        predicted[b] = Math.clamp(bins.sumPredicted()[b] / weight, 0.0, 1.0);
        gap[b] = predicted[b] - bins.sumObserved()[b] / weight;
      }
    }
  }

  /// Mean of the expected calibration error of a perfectly calibrated model with these scores: what
  /// chance alone gives at this n.
  public double expectedIfCalibrated() {
    double sum = 0;
    for (int b = 0; b < share.length; b++) {
      if (share[b] > 0) {
        sum += share[b] * MeanDeviation.ofShare(rows[b], predicted[b]);
      }
    }
    return sum;
  }

  /// The expected calibration error without the part that noise adds; 0 where chance alone explains
  /// it.
  public double debiased() {
    FoldedSum sum = sum(false);
    return sum.exact(sum.scaleAt(0));
  }

  /// Interval of the expected calibration error.
  public Interval expected(double level) {
    return inverted(false, level);
  }

  /// Interval of the mean squared gap (the reliability part of the Brier score).
  public Interval squared(double level) {
    return inverted(true, level);
  }

  /// Interval of the root mean squared calibration error.
  public Interval rootMeanSquared(double level) {
    Interval squared = squared(level);
    return new Interval(
        Math.sqrt(squared.lower()), Math.sqrt(squared.upper()), level, squared.method());
  }

  /// Interval of the largest gap: the upper end is the largest upper limit of any bin, the lower
  /// end the largest lower limit, widened for the number of bins (Šidák).
  ///
  /// @return nothing without rows
  public @Nullable Interval maximum(double level) {
    int used = 0;
    for (double s : share) {
      used += s > 0 ? 1 : 0;
    }
    double tail = (1 - level) / 2;
    double wide = 1 - 2 * (1 - Math.pow(1 - tail, 1.0 / Math.max(1, used)));
    double lower = 0;
    double upper = 0;
    for (int b = 0; b < share.length; b++) {
      if (share[b] > 0) {
        lower = Math.max(lower, nearest(b, wide));
        upper = Math.max(upper, farthest(b, level));
      }
    }
    return used == 0 ? null : new Interval(Math.min(lower, upper), upper, level, "bins_inverted");
  }

  private double nearest(int b, double level) {
    Interval observed = observed(b, level);
    return Math.max(0, Math.max(predicted[b] - observed.upper(), observed.lower() - predicted[b]));
  }

  private double farthest(int b, double level) {
    Interval observed = observed(b, level);
    return Math.max(
        Math.abs(predicted[b] - observed.lower()), Math.abs(observed.upper() - predicted[b]));
  }

  private Interval observed(int b, double level) {
    double rate = Math.clamp(predicted[b] - gap[b], 0.0, 1.0);
    return RateIntervals.wilsonAt(rate * rows[b], rows[b], Normal.twoSided(level), level);
  }

  private Interval inverted(boolean squared, double level) {
    double z = Normal.twoSided(level);
    FoldedSum sum = sum(squared);
    return new Interval(
        Math.min(1, sum.exact(sum.scaleAt(z))),
        Math.min(1, sum.exact(sum.scaleAt(-z))),
        level,
        "folded_normal");
  }

  private FoldedSum sum(boolean squared) {
    return new FoldedSum(share, predicted, gap, rows, squared);
  }
}
