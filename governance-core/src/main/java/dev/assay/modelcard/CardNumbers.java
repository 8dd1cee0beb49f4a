package dev.assay.modelcard;

import dev.assay.audit.Dossier;
import dev.assay.dataset.Task;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The numbers of a card. Each is a row of the evaluation and is named by the evaluation's digest,
/// the metric's id and the slice; none is ever typed.
public final class CardNumbers {

  /// The most groups whose numbers stand on a card.
  static final int GROUPS = 40;

  private CardNumbers() {}

  /// The name of the evaluation that the numbers come from.
  public static String evaluationUrn(Dossier dossier) {
    return "urn:assay:evaluation:sha256:" + dossier.audit().evaluation().sha256();
  }

  /// The defined numbers over all rows that a reader compares models by.
  public static List<MetricRow> headline(Evaluation evaluation) {
    return headlines(evaluation.task()).stream()
        .flatMap(m -> Stream.ofNullable(evaluation.row(m, SliceKey.WHOLE).orElse(null)))
        .filter(r -> r.value() instanceof MetricValue.Defined)
        .toList();
  }

  private static List<String> headlines(Task task) {
    return switch (task) {
      case BINARY_CLASSIFICATION ->
          List.of(
              "accuracy",
              "precision",
              "recall",
              "fpr",
              "f1",
              "roc_auc",
              "average_precision",
              "brier",
              "log_loss",
              "ece",
              "selection_rate");
      case MULTICLASS_CLASSIFICATION ->
          List.of(
              "accuracy",
              "balanced_accuracy",
              "f1_macro",
              "f1_weighted",
              "mcc",
              "log_loss",
              "ece_top_label",
              "roc_auc_ovr_macro");
      case MULTI_LABEL_CLASSIFICATION ->
          List.of(
              "subset_accuracy",
              "hamming_loss",
              "f1_micro",
              "f1_macro",
              "f1_weighted",
              "precision_micro",
              "recall_micro");
      case TOKEN_CLASSIFICATION, TEXT_GENERATION, MASKED_PROBE -> headlinesOfTexts(task);
      case FORECASTING ->
          List.of(
              "mae",
              "rmse",
              "mean_error",
              "relative_mae",
              "mase",
              "weighted_quantile_loss",
              "interval_coverage",
              "interval_width");
      case REGRESSION ->
          List.of("mae", "rmse", "r2", "mean_error", "median_ae", "pearson", "spearman");
    };
  }

  private static List<String> headlinesOfTexts(Task task) {
    return switch (task) {
      case TOKEN_CLASSIFICATION ->
          List.of(
              "entity_f1",
              "entity_precision",
              "entity_recall",
              "entity_f1_macro",
              "entity_f1_strict",
              "token_accuracy",
              "unread_words");
      case TEXT_GENERATION ->
          List.of(
              "choice_accuracy",
              "choice_accuracy_norm",
              "exact_match",
              "answer_f1",
              "rouge_l",
              "chrf",
              "token_perplexity",
              "word_perplexity",
              "bits_per_byte");
      case MASKED_PROBE ->
          List.of(
              "accuracy_at_1",
              "accuracy_at_5",
              "mean_reciprocal_rank",
              "first_likelier_share",
              "pair_difference",
              "mean_association",
              "pseudo_perplexity");
      default -> throw new IllegalArgumentException("no task of texts: " + task);
    };
  }

  /// The metrics that groups are shown by.
  static List<String> groupMetrics(Evaluation evaluation) {
    return switch (evaluation.task()) {
      case BINARY_CLASSIFICATION -> List.of("selection_rate", "recall", "fpr", "accuracy");
      case MULTICLASS_CLASSIFICATION -> List.of("accuracy", "balanced_accuracy", "f1_macro");
      case MULTI_LABEL_CLASSIFICATION -> List.of("subset_accuracy", "f1_micro", "f1_macro");
      case TOKEN_CLASSIFICATION -> List.of("entity_f1", "entity_recall", "token_accuracy");
      case TEXT_GENERATION ->
          List.of("choice_accuracy", "exact_match", "answer_f1", "token_perplexity");
      case MASKED_PROBE ->
          List.of("accuracy_at_1", "first_likelier_share", "mean_association", "pseudo_perplexity");
      case FORECASTING -> List.of("mae", "relative_mae", "interval_coverage");
      case REGRESSION -> List.of("mae", "rmse", "mean_error");
    };
  }

  /// The defined numbers of the groups of one attribute each, in the order of the evaluation, of at
  /// most 40 groups.
  public static List<MetricRow> byGroup(Evaluation evaluation) {
    List<String> wanted = groupMetrics(evaluation);
    Set<SliceKey> seen = new HashSet<>();
    return evaluation.metrics().stream()
        .filter(r -> r.slice().conditions().size() == 1 && r.target() == null)
        .filter(r -> wanted.contains(r.metric()) && r.value() instanceof MetricValue.Defined)
        .filter(r -> seen.contains(r.slice()) || (seen.size() < GROUPS && seen.add(r.slice())))
        .toList();
  }

  /// All of them: over all rows, then by group.
  public static List<MetricRow> of(Evaluation evaluation) {
    return Stream.concat(headline(evaluation).stream(), byGroup(evaluation).stream()).toList();
  }

  /// Gaps between the groups of one attribute each, largest against smallest.
  public static List<Disparity> gaps(Evaluation evaluation) {
    return evaluation.disparities().stream()
        .filter(d -> d.comparison() == Disparity.Comparison.EXTREMES)
        .filter(d -> d.attributes().size() == 1 && d.target() == null)
        .toList();
  }
}
