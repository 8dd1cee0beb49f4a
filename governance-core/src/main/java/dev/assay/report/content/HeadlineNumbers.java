package dev.assay.report.content;

import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The five numbers that matter: four of the model's, and the widest gap between groups.
final class HeadlineNumbers {

  private static final int OF_THE_MODEL = 4;

  private HeadlineNumbers() {}

  static Block of(Context context) {
    List<Block.Tile> tiles = new ArrayList<>();
    wanted(context).stream()
        .map(m -> context.measured().row(m, SliceKey.WHOLE))
        .filter(Objects::nonNull)
        .limit(OF_THE_MODEL)
        .forEach(row -> tiles.add(tile(context, row)));
    widest(context).ifPresent(d -> tiles.add(gap(context, d)));
    return new Block.Tiles(List.copyOf(tiles));
  }

  /// As few as are asked for, each with an interval where there is one: the model's, then the
  /// widest gap.
  static Block brief(Context context, int count) {
    Optional<Disparity> gap = widest(context);
    List<Block.Tile> tiles = new ArrayList<>();
    wanted(context).stream()
        .map(m -> context.measured().row(m, SliceKey.WHOLE))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(row -> Say.intervalOf(row.value()) == null))
        .limit(gap.isPresent() ? count - 1L : count)
        .forEach(row -> tiles.add(tile(context, row)));
    gap.ifPresent(d -> tiles.add(gap(context, d)));
    return new Block.Tiles(List.copyOf(tiles));
  }

  private static List<String> wanted(Context context) {
    return switch (context.evaluation().task()) {
      case BINARY_CLASSIFICATION ->
          List.of("accuracy", "roc_auc", "recall", "ece", "precision", "f1");
      case MULTICLASS_CLASSIFICATION ->
          List.of("accuracy", "f1_macro", "balanced_accuracy", "ece_top_label", "log_loss", "mcc");
      case MULTI_LABEL_CLASSIFICATION ->
          List.of(
              "f1_micro",
              "subset_accuracy",
              "f1_macro",
              "hamming_loss",
              "precision_micro",
              "recall_micro");
      case TOKEN_CLASSIFICATION ->
          List.of(
              "entity_f1",
              "entity_precision",
              "entity_recall",
              "entity_f1_strict",
              "entity_f1_macro",
              "token_accuracy");
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
              "first_likelier_share",
              "mean_association",
              "pseudo_perplexity",
              "accuracy_at_5",
              "mean_reciprocal_rank",
              "pair_difference");
      case FORECASTING ->
          List.of("mae", "relative_mae", "interval_coverage", "interval_width", "mase", "rmse");
      case REGRESSION -> List.of("mae", "rmse", "r2", "mean_error");
    };
  }

  private static Block.Tile tile(Context context, MetricRow row) {
    Words words = context.words();
    List<Text> lines = new ArrayList<>();
    lines.add(interval(words, row.value()));
    lines.add(Say.text("headline-numbers.n", words.count(row.n())));
    if (row.metric().equals("ece")) {
      MetricRow expected = context.measured().row("ece_expected_if_calibrated", SliceKey.WHOLE);
      if (expected != null && expected.value() instanceof MetricValue.Defined defined) {
        lines.add(Text.of(words.say("tile.if-calibrated", words.number(defined.value()))));
      }
    }
    return tile(words, context.terms().name(row.metric()), row.value(), lines);
  }

  private static Block.Tile gap(Context context, Disparity disparity) {
    Words words = context.words();
    List<Text> lines = new ArrayList<>();
    lines.add(interval(words, disparity.value()));
    lines.add(
        words.text(
            "tile.by",
            Text.join(" × ", disparity.attributes().stream().map(Text::data).toList()),
            words.count(context.evaluation().provenance().rows())));
    if (disparity.expectedIfEqual() != null) {
      lines.add(Text.of(words.say("tile.if-equal", words.number(disparity.expectedIfEqual()))));
    }
    return tile(words, context.terms().name(disparity.metric()), disparity.value(), lines);
  }

  private static Block.Tile tile(Words words, Text name, MetricValue value, List<Text> lines) {
    return switch (value) {
      case MetricValue.Defined defined ->
          new Block.Tile(name, words.number(defined.value()), true, List.copyOf(lines));
      case MetricValue.Undefined undefined ->
          new Block.Tile(
              name, words.say("undefined.alone"), false, List.of(Say.sentence(undefined.reason())));
    };
  }

  private static Text interval(Words words, MetricValue value) {
    Interval interval = Say.intervalOf(value);
    return Text.of(interval == null ? words.say("no-interval") : Say.range(words, interval));
  }

  /// The widest gap of the task's first fairness measure over single attributes.
  static Optional<Disparity> widest(Context context) {
    List<String> measures =
        switch (context.evaluation().task()) {
          case BINARY_CLASSIFICATION ->
              List.of("demographic_parity_difference", "selection_rate_difference");
          case MULTICLASS_CLASSIFICATION -> List.of("accuracy_difference", "error_rate_difference");
          case MULTI_LABEL_CLASSIFICATION ->
              List.of("subset_accuracy_difference", "f1_micro_difference");
          case TOKEN_CLASSIFICATION -> List.of("entity_f1_difference", "token_accuracy_difference");
          case TEXT_GENERATION ->
              List.of(
                  "choice_accuracy_difference",
                  "answer_f1_difference",
                  "token_perplexity_difference");
          case MASKED_PROBE ->
              List.of(
                  "first_likelier_share_difference",
                  "mean_association_difference",
                  "accuracy_at_1_difference",
                  "pseudo_perplexity_difference");
          case FORECASTING, REGRESSION -> List.of("mae_difference", "rmse_difference");
        };
    return context.evaluation().disparities().stream()
        .filter(d -> d.comparison() == Disparity.Comparison.EXTREMES)
        .filter(d -> d.attributes().size() == 1 && measures.contains(d.metric()))
        .filter(d -> d.target() == null)
        .filter(d -> d.value() instanceof MetricValue.Defined)
        .max(Comparator.comparingDouble(d -> Math.abs(d.value().orNaN())));
  }
}
