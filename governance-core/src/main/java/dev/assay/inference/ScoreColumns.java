package dev.assay.inference;

/// Names of the columns in a folder of scores; see [ScoreReport].
public final class ScoreColumns {

  /// The class chosen by the model itself, as class name; present when `hasLabels`.
  public static final String LABEL = "label";

  /// The predicted number of a regression.
  public static final String PREDICTION = "prediction";

  private ScoreColumns() {}

  /// The score of class `index` of [ScoreReport#classes()], a probability; present when
  /// `hasScores`. A binary model has both classes, whatever form its output has.
  public static String score(int index) {
    return "score_" + index;
  }
}
