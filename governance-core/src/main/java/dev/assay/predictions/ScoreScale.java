package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import java.util.Locale;

/// The scale of a stored score. Assay's scores are probabilities from 0 to 1; vendors also store
/// ratings to 10 (COMPAS deciles) and to 100 (percent).
///
/// @param top the scale's upper end: 1, 10 or 100
record ScoreScale(double top) {

  /// The smallest scale that holds every finite score.
  ///
  /// @throws InputRejected when a score is negative or above 100
  static ScoreScale of(double[] scores, String column) {
    double most = 0;
    for (int row = 0; row < scores.length; row++) {
      double score = scores[row];
      if (Double.isFinite(score) && (score < 0 || score > 100)) {
        throw new InputRejected(
            "PREDICTIONS-SCORE-SCALE",
            String.format(
                Locale.ROOT,
                "The score %s in row %,d of column '%s' is on no scale from 0 to 1, to 10 or to 100.",
                score,
                row + 1,
                Visible.of(column, 80)),
            "Store the probability of the positive class, from 0 to 1.");
      }
      most = Double.isFinite(score) ? Math.max(most, score) : most;
    }
    return new ScoreScale(most <= 1 ? 1 : most <= 10 ? 10 : 100);
  }

  double[] scaled(double[] scores) {
    if (top == 1) {
      return scores;
    }
    double[] scaled = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scaled[i] = scores[i] / top;
    }
    return scaled;
  }

  Warning note(String column) {
    return new Warning(
        "PREDICTIONS-SCORE-SCALE",
        String.format(
            Locale.ROOT,
            "The scores in column '%s' reach beyond 1; they were divided by %.0f and taken for"
                + " probabilities of the positive class.",
            Visible.of(column, 80),
            top),
        "Read calibration with care: such a rating was not made as a probability.");
  }
}
