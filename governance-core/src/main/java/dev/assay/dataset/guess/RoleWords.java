package dev.assay.dataset.guess;

import dev.assay.dataset.ColumnType;
import java.util.Set;

/// Names and values that say what a column is for.
final class RoleWords {

  /// Mean length from which texts are sentences.
  static final int SENTENCE_LENGTH = 40;

  /// Rows up to which uniqueness means nothing.
  static final int FEW_ROWS = 20;

  private static final double MOSTLY = 0.5;
  private static final double NEARLY_ALL = 0.9;
  private static final Set<String> IDS =
      Set.of(
          "id",
          "ids",
          "uuid",
          "guid",
          "rowid",
          "rownum",
          "row_number",
          "index",
          "idx",
          "unnamed_0");
  private static final Set<String> ID_ENDS = Set.of("id", "uuid", "guid", "key", "nr", "number");
  private static final Set<String> WEIGHTS =
      Set.of(
          "weight",
          "weights",
          "sample_weight",
          "sampling_weight",
          "row_weight",
          "instance_weight",
          "survey_weight",
          "case_weight",
          "exposure_weight",
          "fnlwgt",
          "wt",
          "wgt");
  private static final Set<String> PREDICTIONS =
      Set.of(
          "prediction",
          "predictions",
          "predicted",
          "pred",
          "preds",
          "y_pred",
          "y_hat",
          "yhat",
          "predicted_label",
          "predicted_class",
          "pred_label",
          "model_prediction",
          "decision_by_model");
  private static final Set<String> SCORES =
      Set.of("score", "scores", "probability", "probabilities", "proba", "prob", "confidence");
  private static final Set<String> IMAGES =
      Set.of("image", "images", "img", "picture", "photo", "image_path", "img_path", "image_file");
  private static final Set<String> TEXTS =
      Set.of(
          "text",
          "comment",
          "comments",
          "review",
          "sentence",
          "message",
          "body",
          "description",
          "content",
          "tweet",
          "question",
          "answer",
          "document",
          "abstract",
          "summary",
          "headline");

  private RoleWords() {}

  static boolean isId(Words words, Evidence column) {
    if (words.are(IDS) || words.joined().equals("row_id")) {
      return column.isNearlyUnique(MOSTLY);
    }
    boolean ends = ID_ENDS.contains(words.last());
    boolean identifies = words.last().equals("id") || words.last().endsWith("uid");
    return (ends || identifies)
        && column.isNearlyUnique(identifies ? NEARLY_ALL : 1.0)
        && (identifies || column.rows() > FEW_ROWS)
        && column.type() != ColumnType.NUMBER;
  }

  static boolean isImage(Words words, Evidence column) {
    return column.isText() && (column.isPathLike() || words.are(IMAGES));
  }

  static boolean isWeight(Words words, Evidence column) {
    return words.are(WEIGHTS)
        && column.numeric() != null
        && column.numeric().min() >= 0
        && column.missing() == 0
        && column.distinct() > 1;
  }

  static boolean isPrediction(Words words) {
    return words.are(PREDICTIONS);
  }

  static boolean isScore(Words words, Evidence column) {
    return column.isNumber()
        && words.haveAny(SCORES)
        && column.distinct() > 2
        && column.withinUnit() > column.present() * MOSTLY;
  }

  static boolean isText(Words words) {
    return words.haveAny(TEXTS);
  }
}
