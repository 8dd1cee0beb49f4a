package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
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

  private static List<String> wanted(Context context) {
    return switch (context.evaluation().task()) {
      case BINARY_CLASSIFICATION ->
          List.of("accuracy", "roc_auc", "recall", "ece", "precision", "f1");
      case MULTICLASS_CLASSIFICATION ->
          List.of("accuracy", "f1_macro", "balanced_accuracy", "ece_top_label", "log_loss", "mcc");
      case REGRESSION -> List.of("mae", "rmse", "r2", "mean_error");
    };
  }

  private static Block.Tile tile(Context context, MetricRow row) {
    List<Text> lines = new ArrayList<>();
    lines.add(interval(row.value()));
    lines.add(Text.of("n " + Rounded.count(row.n())));
    if (row.metric().equals("ece")) {
      MetricRow expected = context.measured().row("ece_expected_if_calibrated", SliceKey.WHOLE);
      if (expected != null && expected.value() instanceof MetricValue.Defined defined) {
        lines.add(Text.of(Rounded.number(defined.value()) + " if perfectly calibrated"));
      }
    }
    return tile(context.terms().name(row.metric()), row.value(), lines);
  }

  private static Block.Tile gap(Context context, Disparity disparity) {
    List<Text> lines = new ArrayList<>();
    lines.add(interval(disparity.value()));
    lines.add(
        Text.of("by ")
            .and(Text.join(" × ", disparity.attributes().stream().map(Text::data).toList()))
            .and(", n " + Rounded.count(context.evaluation().provenance().rows())));
    if (disparity.expectedIfEqual() != null) {
      lines.add(Text.of(Rounded.number(disparity.expectedIfEqual()) + " if groups were equal"));
    }
    return tile(context.terms().name(disparity.metric()), disparity.value(), lines);
  }

  private static Block.Tile tile(Text name, MetricValue value, List<Text> lines) {
    return switch (value) {
      case MetricValue.Defined defined ->
          new Block.Tile(name, Rounded.number(defined.value()), true, List.copyOf(lines));
      case MetricValue.Undefined undefined ->
          new Block.Tile(name, "undefined", false, List.of(Say.sentence(undefined.reason())));
    };
  }

  private static Text interval(MetricValue value) {
    Interval interval = Say.intervalOf(value);
    return Text.of(interval == null ? "no interval" : Say.range(interval));
  }

  /// The widest gap of the task's first fairness measure over single attributes.
  static Optional<Disparity> widest(Context context) {
    List<String> measures =
        switch (context.evaluation().task()) {
          case BINARY_CLASSIFICATION ->
              List.of("demographic_parity_difference", "selection_rate_difference");
          case MULTICLASS_CLASSIFICATION -> List.of("accuracy_difference", "error_rate_difference");
          case REGRESSION -> List.of("mae_difference", "rmse_difference");
        };
    return context.evaluation().disparities().stream()
        .filter(d -> d.comparison() == Disparity.Comparison.EXTREMES)
        .filter(d -> d.attributes().size() == 1 && measures.contains(d.metric()))
        .filter(d -> d.target() == null)
        .filter(d -> d.value() instanceof MetricValue.Defined)
        .max(Comparator.comparingDouble(d -> Math.abs(d.value().orNaN())));
  }
}
