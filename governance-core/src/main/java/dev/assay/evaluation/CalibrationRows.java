package dev.assay.evaluation;

import dev.assay.metric.CalibrationBins;
import dev.assay.metric.Interval;
import dev.assay.metric.calibration.ScoreFit;
import dev.assay.metric.interval.CalibrationIntervals;
import org.jspecify.annotations.Nullable;

/// Rows that stand beside calibration errors: what a perfectly calibrated model would show at this
/// n, the error without its noise, and recalibration.
///
/// @param rows where they go
/// @param effectiveN effective rows
/// @param level confidence level
record CalibrationRows(SliceRows rows, double effectiveN, double level) {

  private static final String NO_ROWS = "no rows";
  private static final String NO_FIT =
      "a class has no rows, the scores do not vary, or they separate the classes";

  /// Adds what chance alone would make of an error.
  ///
  /// @param metric id of the error
  void expected(String metric, @Nullable CalibrationBins bins) {
    if (bins != null) {
      rows.add(
          metric + "_expected_if_calibrated",
          effectiveN == 0
              ? Double.NaN
              : CalibrationIntervals.of(bins, effectiveN).expectedIfCalibrated(),
          NO_ROWS,
          null);
    }
  }

  /// Adds the expected calibration error without the part that noise adds.
  void debiased(CalibrationBins bins) {
    rows.add(
        "ece_debiased",
        effectiveN == 0 ? Double.NaN : CalibrationIntervals.of(bins, effectiveN).debiased(),
        NO_ROWS,
        null);
  }

  /// Adds slope, intercept and Spiegelhalter's z.
  void fit(ScoreFit fit) {
    rows.add("calibration_slope", fit.slope(), NO_FIT, wald(fit.slope(), fit.slopeError()));
    rows.add(
        "calibration_intercept",
        fit.intercept(),
        NO_FIT,
        wald(fit.intercept(), fit.interceptError()));
    rows.add(
        "spiegelhalter_z",
        fit.spiegelhalterZ(),
        effectiveN == 0 ? NO_ROWS : "all scores are 0, ½ or 1",
        null);
  }

  private @Nullable Interval wald(double value, double error) {
    double half = TableIntervals.twoSided(level) * error;
    return Double.isFinite(value) && Double.isFinite(half)
        ? new Interval(value - half, value + half, level, "wald")
        : null;
  }
}
