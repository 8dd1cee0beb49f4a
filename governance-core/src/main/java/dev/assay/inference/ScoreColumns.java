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

  /// Sum of the natural logarithms of the probabilities of the expected text's tokens.
  public static final String LOG_LIKELIHOOD = "log_likelihood";

  /// Number of tokens that the sum is over.
  public static final String SCORED_TOKENS = "scored_tokens";

  /// What the model wrote.
  public static final String ANSWER = "answer";

  /// Number of tokens that it wrote.
  public static final String NEW_TOKENS = "new_tokens";

  /// Why it ended: 0 because the most tokens were written, 1 at a token that ends texts, 2 at a
  /// text to stop at.
  public static final String FINISH = "finish";

  private ScoreColumns() {}

  /// Log-likelihood of a row's choice `index`; NaN where the row has no such choice.
  public static String choice(int index) {
    return "choice_" + index;
  }

  /// The score of class `index` of [ScoreReport#classes()], a probability; present when
  /// `hasScores`. A binary model has both classes, whatever form its output has.
  public static String score(int index) {
    return "score_" + index;
  }
}
