package dev.assay.report.content;

import dev.assay.chart.Reliability;
import dev.assay.common.Rounded;
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
              "Calibration over all rows",
              m -> PerformanceSection.family(m) == Family.CALIBRATION));
    }
    perGroup(context).ifPresent(blocks::add);
    return Optional.of(Blocks.section("calibration", "Calibration", blocks));
  }

  /// The reliability diagram over all rows.
  static Optional<Block.Figure> whole(Context context) {
    return context.evaluation().curves().reliability().stream()
        .filter(c -> c.slice().isWhole())
        .findFirst()
        .map(c -> figure(context, c, "Everyone"));
  }

  private static Optional<Block> lead(Context context) {
    MetricRow ece = context.measured().row("ece", SliceKey.WHOLE);
    MetricRow expected = context.measured().row("ece_expected_if_calibrated", SliceKey.WHOLE);
    if (ece == null || !(ece.value() instanceof MetricValue.Defined error)) {
      return Optional.empty();
    }
    Interval interval = error.interval();
    String seen =
        "Scores are off by "
            + Rounded.number(error.value())
            + " on average over bins"
            + (interval == null ? "" : " (" + Say.range(interval) + ")");
    String chance =
        expected == null || !(expected.value() instanceof MetricValue.Defined e)
            ? "."
            : "; a perfectly calibrated model would show "
                + Rounded.number(e.value())
                + " with as many rows, by chance alone.";
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
    String words =
        "%s: in %d of %d bins the interval of the observed share leaves the predicted probability out."
            .formatted(whose, off, bins.size());
    return new Block.Figure(
        new Reliability(
            "Reliability diagram, " + whose,
            "Reliability diagram. " + words,
            "mean predicted probability",
            context.evaluation().positive() == null
                ? "share that is right"
                : "share that is positive",
            bins),
        Text.strong("Reliability, " + whose.toLowerCase(java.util.Locale.ROOT) + ". ")
            .and(
                off
                    + " of "
                    + bins.size()
                    + " bins leave the diagonal; Wilson intervals, rows per bin below."));
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
        .map(c -> figure(context, c, "Largest error: " + Say.label(Say.slice(c.slice()).plain())));
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
        Tables.captioned("Calibration by group, the largest error first")
            .name("Group")
            .number("n")
            .number(context.terms().named(metric, "Calibration error"));
    further.forEach(m -> table.number(context.terms().named(m, heading(m))));
    groups.stream()
        .limit(GROUPS_SHOWN)
        .forEach(
            s -> {
              List<Text> cells = new ArrayList<>();
              cells.add(Say.slice(s));
              cells.add(Text.of(Rounded.count(context.measured().n(s))));
              cells.add(PerformanceSection.cell(context.measured().row(metric, s)));
              further.forEach(m -> cells.add(bare(context.measured().row(m, s))));
              table.row(context.isFew(s), cells);
            });
    table.note(
        "A small group shows a large error by chance: compare with what a perfectly calibrated model would show."
            + (groups.size() > GROUPS_SHOWN
                ? " " + Rounded.count(groups.size() - GROUPS_SHOWN) + " more groups in metrics.csv."
                : ""));
    return Optional.of(table.table());
  }

  private static String heading(String metric) {
    return switch (metric) {
      case "mean_score" -> "Mean score";
      case "prevalence" -> "Positive rows";
      default -> "If perfectly calibrated";
    };
  }

  private static Text bare(@org.jspecify.annotations.Nullable MetricRow row) {
    return row == null ? Text.of("–") : Say.bare(row.value());
  }
}
