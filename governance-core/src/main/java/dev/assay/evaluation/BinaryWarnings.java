package dev.assay.evaluation;

import dev.assay.dataset.Warning;
import dev.assay.predictions.Predictions.Binary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a reader of a binary evaluation should know.
final class BinaryWarnings {

  private BinaryWarnings() {}

  static List<Warning> of(Binary predictions, double threshold) {
    List<Warning> warnings = new ArrayList<>();
    double[] score = predictions.score();
    boolean[] decided = predictions.modelPositive();
    if (score == null) {
      warnings.add(
          new Warning(
              "EVALUATION-LABELS-ONLY",
              "There are decisions but no scores, so nothing can be said about ranking and"
                  + " calibration, and the threshold does not apply.",
              "Give the model's scores to have them evaluated too."));
    } else if (decided != null) {
      long differ = differ(score, decided, threshold);
      if (differ > 0) {
        warnings.add(
            new Warning(
                "EVALUATION-DECISIONS-DIFFER",
                String.format(
                    Locale.ROOT,
                    "In %,d of %,d rows the given decision is not 'score ≥ %s'; the evaluation"
                        + " goes by the score.",
                    differ,
                    score.length,
                    Double.toString(threshold)),
                "Set the threshold that is used in operation."));
      }
    }
    long positives = 0;
    for (boolean positive : predictions.truth()) {
      positives += positive ? 1 : 0;
    }
    if (positives == 0 || positives == predictions.size()) {
      warnings.add(
          new Warning(
              "EVALUATION-ONE-CLASS",
              positives == 0
                  ? "No row has a positive label, so much cannot be computed."
                  : "Every row has a positive label, so much cannot be computed.",
              "Evaluate on data in which both classes occur."));
    }
    return warnings;
  }

  private static long differ(double[] score, boolean[] decided, double threshold) {
    long differ = 0;
    for (int i = 0; i < score.length; i++) {
      differ += (score[i] >= threshold) == decided[i] ? 0 : 1;
    }
    return differ;
  }
}
