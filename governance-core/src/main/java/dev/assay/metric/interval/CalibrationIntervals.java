package dev.assay.metric.interval;

import dev.assay.metric.CalibrationBins;
import dev.assay.metric.Interval;
import org.jspecify.annotations.Nullable;

/// Intervals of calibration errors. A calibration error is a sum of absolute gaps, so noise alone
/// makes it positive: resampling it adds the noise a second time, and the percentile interval of a
/// well calibrated model lies above the truth.
///
/// Here the observed gaps are scaled until the observed error would be too high, or too low, to be
/// chance: each gap is normal around its scaled value with the variance that its observed share
/// has, so mean and variance of the sum of absolute values are known in closed form (folded
/// normal).
public final class CalibrationIntervals {

  /// Bins without an observed gap still may have one: this share of their standard deviation.
  private static final double SMALLEST_SHAPE = 0.05;

  private final CalibrationBins bins;
  private final double effectiveN;
  private final double[] share;
  private final double[] gap;
  private final double[] deviation;

  private CalibrationIntervals(
      CalibrationBins bins, double effectiveN, double[] share, double[] gap, double[] deviation) {
    this.bins = bins;
    this.effectiveN = effectiveN;
    this.share = share;
    this.gap = gap;
    this.deviation = deviation;
  }

  /// Prepares the bins.
  ///
  /// @param effectiveN (effective) rows in all bins together
  public static CalibrationIntervals of(CalibrationBins bins, double effectiveN) {
    int size = bins.weight().length;
    double total = 0;
    for (double weight : bins.weight()) {
      total += weight;
    }
    double[] share = new double[size];
    double[] gap = new double[size];
    double[] deviation = new double[size];
    for (int b = 0; b < size; b++) {
      double weight = bins.weight()[b];
      if (weight > 0) {
        share[b] = weight / total;
        double predicted = Math.clamp(bins.sumPredicted()[b] / weight, 0.0, 1.0);
        gap[b] = predicted - bins.sumObserved()[b] / weight;
        double rows = share[b] * effectiveN;
        double observed = (bins.sumObserved()[b] / weight * rows + predicted) / (rows + 1);
        deviation[b] = Math.sqrt(observed * (1 - observed) / rows);
      }
    }
    return new CalibrationIntervals(bins, effectiveN, share, gap, deviation);
  }

  /// Mean of the expected calibration error of a perfectly calibrated model with these scores: what
  /// chance alone gives at this n.
  public double expectedIfCalibrated() {
    double sum = 0;
    for (int b = 0; b < share.length; b++) {
      if (share[b] > 0) {
        double predicted = Math.clamp(predicted(b), 0.0, 1.0);
        sum += share[b] * MeanDeviation.ofShare(rows(b), predicted);
      }
    }
    return sum;
  }

  /// The expected calibration error without the part that noise adds; 0 where chance alone explains
  /// it.
  public double debiased() {
    FoldedSum sum = sum(false);
    return sum.exact(sum.scaleAt(observed(false), 0));
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
    double predicted = predicted(b);
    return Math.max(0, Math.max(predicted - observed.upper(), observed.lower() - predicted));
  }

  private double farthest(int b, double level) {
    Interval observed = observed(b, level);
    double predicted = predicted(b);
    return Math.max(Math.abs(predicted - observed.lower()), Math.abs(observed.upper() - predicted));
  }

  private Interval observed(int b, double level) {
    double rate = Math.clamp(bins.sumObserved()[b] / bins.weight()[b], 0.0, 1.0);
    double rows = rows(b);
    return RateIntervals.wilsonAt(rate * rows, rows, Normal.twoSided(level), level);
  }

  private double predicted(int b) {
    return bins.sumPredicted()[b] / bins.weight()[b];
  }

  private double rows(int b) {
    return share[b] * effectiveN;
  }

  private Interval inverted(boolean squared, double level) {
    double z = Normal.twoSided(level);
    FoldedSum sum = sum(squared);
    double observed = observed(squared);
    return new Interval(
        Math.min(1, sum.exact(sum.scaleAt(observed, z))),
        Math.min(1, sum.exact(sum.scaleAt(observed, -z))),
        level,
        "folded_normal");
  }

  private FoldedSum sum(boolean squared) {
    double[] shape = new double[gap.length];
    for (int b = 0; b < shape.length; b++) {
      shape[b] = Math.abs(gap[b]) + SMALLEST_SHAPE * deviation[b];
    }
    return new FoldedSum(share, shape, deviation, squared);
  }

  private double observed(boolean squared) {
    double sum = 0;
    for (int b = 0; b < share.length; b++) {
      sum += share[b] * (squared ? gap[b] * gap[b] : Math.abs(gap[b]));
    }
    return sum;
  }
}
