package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
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

  private static final int SLICES = 60;
  private static final int COLUMNS = 8;
  private static final int PEERS = 40;
  private static final int FURTHER = 60;

  private AppendixSection() {}

  static Optional<Block.Section> of(Context context) {
    List<Block> blocks = new ArrayList<>();
    groups(context).ifPresent(blocks::add);
    further(context).ifPresent(blocks::add);
    peers(context).ifPresent(blocks::add);
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Blocks.section("appendix", "Appendix: more numbers by group", blocks));
  }

  private static Optional<Block> groups(Context context) {
    List<SliceKey> slices =
        context.measured().slices().stream()
            .filter(s -> !s.isWhole())
            .sorted(
                Comparator.comparingInt((SliceKey s) -> s.conditions().size())
                    .thenComparing(context::isFew))
            .toList();
    List<String> metrics = metrics(context);
    if (slices.isEmpty() || metrics.isEmpty()) {
      return Optional.empty();
    }
    Tables table = Tables.captioned("Values by group, without intervals").name("Group").number("n");
    metrics.forEach(m -> table.number(context.terms().name(m)));
    slices.stream()
        .limit(SLICES)
        .forEach(
            s -> {
              List<Text> cells = new ArrayList<>();
              cells.add(Say.slice(s));
              cells.add(Text.of(Rounded.count(context.measured().n(s))));
              metrics.forEach(m -> cells.add(brief(context.measured().row(m, s))));
              table.row(context.isFew(s), cells);
            });
    return Optional.of(
        table
            .note(
                Rounded.count(Math.min(SLICES, slices.size()))
                    + " of "
                    + Say.many(slices.size(), "group")
                    + ". All "
                    + Say.many(context.evaluation().metrics().size(), "value")
                    + " with their intervals are in metrics.csv and evaluation.json.")
            .table());
  }

  /// Metrics that the sections before did not show by group.
  private static List<String> metrics(Context context) {
    List<String> wanted =
        switch (context.evaluation().task()) {
          case BINARY_CLASSIFICATION ->
              List.of("prevalence", "fnr", "specificity", "npv", "f1", "mcc", "roc_auc", "brier");
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
        : Text.aside("undefined");
  }

  /// Measures between extreme groups that the sections of attributes left out.
  private static Optional<Block> further(Context context) {
    Tables table =
        Tables.captioned("Further measures between the largest and the smallest group")
            .name("Measure")
            .name("By")
            .number("Value")
            .number("If groups were equal");
    int left = 0;
    int rows = 0;
    for (Evaluation.AttributeInfo attribute : context.evaluation().attributes()) {
      for (Disparity d :
          new DisparityTables(context, List.of(attribute.name())).furtherExtremes()) {
        if (rows++ < FURTHER) {
          table.row(
              context.terms().name(d.metric()),
              Text.data(attribute.name()),
              Say.value(d.value()),
              Say.optional(d.expectedIfEqual()));
        } else {
          left++;
        }
      }
    }
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(
            table.note(left == 0 ? "" : Rounded.count(left) + " more are in metrics.csv.").table());
  }

  private static Optional<Block> peers(Context context) {
    List<Disparity> rest =
        context.evaluation().disparities().stream()
            .filter(d -> d.comparison() == Disparity.Comparison.TO_REST)
            .toList();
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    Tables table =
        Tables.captioned("A group against all other rows pooled, as AIF360 counts")
            .name("Measure")
            .name("Group")
            .number("Value");
    rest.stream()
        .limit(PEERS)
        .forEach(
            d ->
                table.row(
                    context.terms().name(d.metric()),
                    d.high() == null ? Text.of("–") : Say.slice(d.high()),
                    Say.value(d.value())));
    return Optional.of(
        table
            .note(
                rest.size() > PEERS
                    ? Rounded.count(rest.size() - PEERS) + " more are in metrics.csv."
                    : "")
            .table());
  }
}
