package dev.assay.inference;

/// Names of the columns in a folder of scores; see [ScoreReport].
public final class ScoreColumns {

  /// The class chosen by the model itself, as class name; present when `hasLabels`.
  public static final String LABEL = "label";

  /// The predicted number of a regression.
  public static final String PREDICTION = "prediction";

  /// The tags of the row's words, with a blank between two: places in [ScoreReport#classes()], "-"
  /// for a word that was not read; words behind the last are not read either. Missing where an
  /// answer is no finite number.
  public static final String TAGS = "tags";

  /// The probability of each tag in [#TAGS], "-" for a word that was not read.
  public static final String TAG_SCORES = "tag_scores";

  /// Tokens that a text model read of the row, special tokens included; those that several windows
  /// share are counted once.
  public static final String TOKENS = "tokens";

  /// 1 when the row's text was cut, 2 when it was read in windows, else 0.
  public static final String CUT = "cut";

  /// Share of the row's tokens that stand for what the tokenizer does not know.
  public static final String UNKNOWN_SHARE = "unknown_share";

  /// Mean grey value of the row's image, 0 to 255; NaN where it could not be read.
  public static final String IMAGE_BRIGHTNESS = "image_brightness";

  /// Standard deviation of the grey values of the row's image; NaN where it could not be read.
  public static final String IMAGE_CONTRAST = "image_contrast";

  /// Shorter side of the row's image in pixels; 0 where it could not be read.
  public static final String IMAGE_SIDE = "image_side";

  private ScoreColumns() {}

  /// The score of class `index` of [ScoreReport#classes()], a probability; present when
  /// `hasScores`. A binary model has both classes, whatever form its output has.
  public static String score(int index) {
    return "score_" + index;
  }
}
