package dev.assay.report.content;

import dev.assay.chart.Reliability;
import dev.assay.evaluation.Curves;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricDefinition.Family;
import dev.assay.metric.MetricValue;
import dev.assay.metric.classification.Bins;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether probabilities mean what they say.
final class CalibrationSection {

  private static final int GROUPS_SHOWN = 30;

  private CalibrationSection() {}

  static Optional<Block.Section> of(Context context) {
    boolean measured =
        context.measured().of(SliceKey.WHOLE).keySet().stream()
            .anyMatch(m -> PerformanceSection.family(m) == Family.CALIBRATION);
    Optional<Block.Figure> whole = whole(context);
    if (!measured && whole.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    lead(context).ifPresent(blocks::add);
    List<Block.Figure> figures = new ArrayList<>();
    whole.ifPresent(figures::add);
    furthest(context).ifPresent(figures::add);
    if (!figures.isEmpty()) {
      blocks.add(new Block.Figures(List.copyOf(figures)));
    }
    if (measured) {
      blocks.add(
          PerformanceSection.table(
              context,
              Say.words("calibration.calibration-over-all-rows"),
              m -> PerformanceSection.family(m) == Family.CALIBRATION));
    }
    perGroup(context).ifPresent(blocks::add);
    return Optional.of(Blocks.section("calibration", Say.words("word.calibration"), blocks));
  }

  /// The reliability diagram over all rows.
  static Optional<Block.Figure> whole(Context context) {
    return context.evaluation().curves().reliability().stream()
        .filter(c -> c.slice().isWhole())
        .findFirst()
        .map(c -> figure(context, c, Say.words("word.everyone")));
  }

  private static Optional<Block> lead(Context context) {
    MetricRow ece = context.measured().row("ece", SliceKey.WHOLE);
    MetricRow expected = context.measured().row("ece_expected_if_calibrated", SliceKey.WHOLE);
    if (ece == null || !(ece.value() instanceof MetricValue.Defined error)) {
      return Optional.empty();
    }
    Interval interval = error.interval();
    String seen =
        Say.words(
            "calibration.scores-are-off-by",
            Say.number(error.value()),
            interval == null ? "" : " (" + Say.range(interval) + ")");
    String chance =
        expected == null || !(expected.value() instanceof MetricValue.Defined e)
            ? "."
            : Say.words("calibration.a-perfectly-calibrated-model", Say.number(e.value()));
    return Optional.of(Blocks.lead(Text.of(seen + chance)));
  }

  private static Block.Figure figure(Context context, Curves.ReliabilityCurve curve, String whose) {
    List<Reliability.Bin> bins =
        curve.bins().stream()
            .map(
                b ->
                    new Reliability.Bin(
                        b.meanPredicted(),
                        b.observed(),
                        b.lower(),
                        b.upper(),
                        b.weight(),
                        RowQuery.of(curve.slice(), scored(b.bin()))))
            .toList();
    long off =
        curve.bins().stream()
            .filter(b -> b.meanPredicted() < b.lower() || b.meanPredicted() > b.upper())
            .count();
    String words = Say.words("calibration.s-in-d-of", whose, off, bins.size());
    return new Block.Figure(
        new Reliability(
            Say.words("calibration.reliability-diagram", whose),
            Say.words("calibration.reliability-diagram-2", words),
            Say.words("calibration.mean-predicted-probability"),
            context.evaluation().positive() == null
                ? Say.words("calibration.share-that-is-right")
                : Say.words("calibration.share-that-is-positive"),
            bins),
        Say.text(
            "calibration.of-bins-leave-the",
            Text.strong(Say.words("calibration.reliability", whose)),
            off,
            bins.size()));
  }

  /// Scores of a calibration bin; the last holds 1.
  private static RowQuery.Part scored(int bin) {
    double width = 1.0 / Bins.COUNT;
    boolean last = bin == Bins.COUNT - 1;
    return new RowQuery.Part.Scored(bin * width, last ? 1 : (bin + 1) * width, last);
  }

  /// The reliability diagram of the group whose calibration error is largest, few rows apart.
  private static Optional<Block.Figure> furthest(Context context) {
    return context.evaluation().curves().reliability().stream()
        .filter(c -> c.slice().conditions().size() == 1 && !context.isFew(c.slice()))
        .max(Comparator.comparingDouble(c -> error(context, c.slice())))
        .filter(c -> error(context, c.slice()) > 0)
        .map(
            c ->
                figure(
                    context,
                    c,
                    Say.words(
                        "calibration.largest-error", Say.label(Say.slice(c.slice()).plain()))));
  }

  private static double error(Context context, SliceKey slice) {
    MetricRow row = context.measured().row("ece", slice);
    double value = row == null ? Double.NaN : row.value().orNaN();
    return Double.isNaN(value) ? 0 : value;
  }

  private static Optional<Block> perGroup(Context context) {
    String metric = context.measured().row("ece", SliceKey.WHOLE) != null ? "ece" : "ece_top_label";
    List<SliceKey> groups =
        context.measured().slices().stream()
            .filter(s -> s.conditions().size() == 1)
            .filter(s -> context.measured().row(metric, s) != null)
            .sorted(
                Comparator.comparing(context::isFew)
                    .thenComparing(
                        Comparator.comparingDouble(
                            (SliceKey s) -> -context.measured().row(metric, s).value().orNaN())))
            .toList();
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    String expected = metric + "_expected_if_calibrated";
    List<String> further =
        List.of(expected, "mean_score", "prevalence").stream()
            .filter(m -> groups.stream().anyMatch(g -> context.measured().row(m, g) != null))
            .toList();
    Tables table =
        Tables.captioned(Say.words("calibration.calibration-by-group-the"))
            .name(Say.words("word.group"))
            .number("n")
            .number(context.terms().named(metric, Say.words("calibration.error")));
    further.forEach(m -> table.number(context.terms().named(m, heading(m))));
    groups.stream()
        .limit(GROUPS_SHOWN)
        .forEach(
            s -> {
              List<Text> cells = new ArrayList<>();
              cells.add(Say.slice(s));
              cells.add(Text.of(Say.count(context.measured().n(s))));
              cells.add(PerformanceSection.cell(context.measured().row(metric, s)));
              further.forEach(m -> cells.add(bare(context.measured().row(m, s))));
              table.row(context.isFew(s), cells);
            });
    table.note(
        Say.words(
            "calibration.a-small-group-shows",
            groups.size() > GROUPS_SHOWN
                ? Say.words(
                    "calibration.more-groups-in-metrics", Say.count(groups.size() - GROUPS_SHOWN))
                : ""));
    return Optional.of(table.table());
  }

  private static String heading(String metric) {
    return switch (metric) {
      case "mean_score" -> Say.words("word.mean-score");
      case "prevalence" -> Say.words("word.positive-rows");
      default -> Say.words("calibration.if-perfectly-calibrated");
    };
  }

  private static Text bare(@org.jspecify.annotations.Nullable MetricRow row) {
    return row == null ? Text.of("–") : Say.bare(row.value());
  }
}
