package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.calibration.ScoreFit;
import dev.assay.metric.interval.MeanIntervals;
import org.jspecify.annotations.Nullable;

/// Student's intervals of mean scores.
///
/// @param s counts of the slice
/// @param fit sums of squared scores, null where they were not taken
/// @param level confidence level
record ScoreMeans(BinaryStatistics s, @Nullable ScoreFit fit, double level) {

  /// The same measurement, with its interval if it is a mean score.
  Measurement with(Measurement measured) {
    ScoreStatistics scored = s.scored();
    if (scored == null || Double.isNaN(measured.value().orNaN())) {
      return measured;
    }
    return switch (measured.metric()) {
      case "mean_score" -> measured.with(all(scored));
      case "mean_score_positive" ->
          fit == null
              ? measured
              : measured.with(
                  mean(scored.sumScorePositive(), fit.sumSquaredPositive(), s.positives()));
      case "mean_score_negative" ->
          fit == null
              ? measured
              : measured.with(
                  mean(scored.sumScoreNegative(), fit.sumSquaredNegative(), s.negatives()));
      default -> measured;
    };
  }

  private @Nullable Interval all(ScoreStatistics scored) {
    double sum = scored.sumScorePositive() + scored.sumScoreNegative();
    double squares = scored.sumSquaredError() + 2 * scored.sumScorePositive() - s.positives();
    return mean(sum, squares, s.total());
  }

  private @Nullable Interval mean(double sum, double squares, double weight) {
    return weight == 0
        ? null
        : MeanIntervals.within(
            MeanIntervals.student(sum, squares, weight, s.effective(weight), level), 0, 1);
  }
}
