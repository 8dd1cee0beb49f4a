package dev.assay.report.content;

import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// More numbers by group than a reader wants first, as many as paper bears.
final class AppendixSection {

  private static final int SLICES = 40;
  private static final int COLUMNS = 8;

  private AppendixSection() {}

  static Optional<Block.Section> of(Context context) {
    List<Block> blocks = new ArrayList<>();
    PerformanceSection.further(context).ifPresent(blocks::add);
    groups(context).ifPresent(blocks::add);
    further(context).ifPresent(blocks::add);
    peers(context).ifPresent(blocks::add);
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Blocks.section("appendix", Say.words("appendix.appendix-more-numbers"), blocks));
  }

  private static Optional<Block> groups(Context context) {
    List<SliceKey> slices =
        context.measured().slices().stream()
            .filter(s -> s.conditions().size() == 1)
            .sorted(Comparator.comparing(context::isFew))
            .toList();
    List<String> metrics = metrics(context);
    if (slices.isEmpty() || metrics.isEmpty()) {
      return Optional.empty();
    }
    Tables table =
        Tables.captioned(Say.words("appendix.values-by-group-without"))
            .name(Say.words("word.group"))
            .number("n");
    metrics.forEach(m -> table.number(context.terms().name(m)));
    slices.stream()
        .limit(SLICES)
        .forEach(
            s -> {
              List<Text> cells = new ArrayList<>();
              cells.add(Say.slice(s));
              cells.add(Text.of(Say.count(context.measured().n(s))));
              metrics.forEach(m -> cells.add(brief(context.measured().row(m, s))));
              table.row(context.isFew(s), cells);
            });
    return Optional.of(
        table
            .note(
                Say.words(
                    "appendix.of-of-single-attributes",
                    Say.count(Math.min(SLICES, slices.size())),
                    Say.many(slices.size(), "group"),
                    Say.many(context.evaluation().metrics().size(), "value")))
            .table());
  }

  /// Metrics that the sections before did not show by group.
  private static List<String> metrics(Context context) {
    List<String> wanted =
        switch (context.evaluation().task()) {
          case BINARY_CLASSIFICATION ->
              List.of("prevalence", "fnr", "npv", "f1", "mcc", "roc_auc", "brier");
          case MULTICLASS_CLASSIFICATION ->
              List.of(
                  "precision_macro",
                  "recall_macro",
                  "f1_weighted",
                  "mcc",
                  "cohen_kappa",
                  "top2_accuracy",
                  "roc_auc_ovr_macro",
                  "brier_multiclass");
          case MULTI_LABEL_CLASSIFICATION ->
              List.of(
                  "precision_micro",
                  "precision_macro",
                  "recall_macro",
                  "f1_weighted",
                  "precision_weighted",
                  "recall_weighted");
          case TOKEN_CLASSIFICATION ->
              List.of(
                  "entity_f1_strict",
                  "entity_f1_macro",
                  "entity_f1_weighted",
                  "entity_precision_macro",
                  "entity_recall_macro",
                  "entities",
                  "words");
          case TEXT_GENERATION ->
              List.of("log_likelihood", "answer_tokens", "finished_rate", "word_perplexity");
          case MASKED_PROBE -> List.of("mean_log_probability", "mean_pseudo_log_likelihood");
          case FORECASTING -> List.of("rmse", "smape", "mase", "weighted_quantile_loss");
          case REGRESSION ->
              List.of(
                  "median_ae",
                  "max_error",
                  "mean_target",
                  "mean_prediction",
                  "pearson",
                  "spearman");
        };
    return wanted.stream()
        .filter(
            m ->
                context.measured().slices().stream()
                    .anyMatch(s -> !s.isWhole() && context.measured().row(m, s) != null))
        .limit(COLUMNS)
        .toList();
  }

  private static Text brief(@Nullable MetricRow row) {
    if (row == null) {
      return Text.of("–");
    }
    return row.value() instanceof dev.assay.metric.MetricValue.Defined
        ? Say.bare(row.value())
        : Text.aside(Say.words("undefined.alone"));
  }

  /// Measures between extreme groups that the sections of attributes left out.
  private static Optional<Block> further(Context context) {
    return ByAttribute.of(
        context,
        Say.words("appendix.further-measures-between-the"),
        a ->
            new DisparityTables(context, List.of(a))
                .furtherExtremes().stream().filter(d -> !isPeers(d)).toList(),
        context.terms()::name);
  }

  /// What other tools report under their names, computed their way.
  private static Optional<Block> peers(Context context) {
    return ByAttribute.of(
        context,
        Say.words("appendix.as-fairlearn-and-aif360"),
        a ->
            context.evaluation().disparities().stream()
                .filter(d -> d.attributes().equals(List.of(a)) && d.target() == null)
                .filter(d -> isPeers(d) && d.comparison() != Disparity.Comparison.TO_REFERENCE)
                .toList(),
        metric ->
            Text.of(
                MetricCatalogue.find(metric)
                    .map(MetricDefinition::name)
                    .orElse(metric.replace('_', ' '))));
  }

  private static boolean isPeers(Disparity disparity) {
    return disparity.metric().contains(".")
        || disparity.comparison() == Disparity.Comparison.TO_REST;
  }
}
