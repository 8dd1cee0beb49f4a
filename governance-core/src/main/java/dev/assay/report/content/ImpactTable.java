package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Impact ratios, as New York City Local Law 144 asks for them.
final class ImpactTable {

  private static final double FOUR_FIFTHS = 0.8;
  private static final int GROUPS = 30;

  private ImpactTable() {}

  static Optional<Block> of(Context context, List<SliceKey> groups) {
    if (groups.stream().noneMatch(g -> context.measured().row("impact_ratio", g) != null)) {
      return Optional.empty();
    }
    Tables table =
        Tables.captioned("Impact ratios")
            .name("Group")
            .number("Rows")
            .number("Selected")
            .number("Rate")
            .number(context.terms().name("impact_ratio"))
            .number(context.terms().name("scoring_rate"))
            .number(context.terms().name("scoring_impact_ratio"))
            .name("Flag");
    groups.stream().limit(GROUPS).forEach(g -> row(context, table, g));
    String more =
        groups.size() > GROUPS
            ? " " + Rounded.count(groups.size() - GROUPS) + " more groups in metrics.csv."
            : "";
    return Optional.of(
        table
            .note(
                "Rate of a group ÷ that of the group with the highest rate, from unrounded rates. “Below 0.8” marks the four-fifths rule of thumb; it is no verdict of law."
                    + more)
            .table());
  }

  private static void row(Context context, Tables table, SliceKey group) {
    MetricRow favoured = context.measured().row("favourable_rate", group);
    MetricRow selected =
        favoured == null ? context.measured().row("selection_rate", group) : favoured;
    MetricRow ratio = context.measured().row("impact_ratio", group);
    boolean few = context.isFew(group);
    table.row(
        few,
        List.of(
            Say.values(group),
            Text.of(Rounded.count(context.measured().n(group))),
            Text.of(
                selected == null || selected.numerator() == null
                    ? "–"
                    : Rounded.count(selected.numerator())),
            bare(selected),
            bare(ratio),
            bare(context.measured().row("scoring_rate", group)),
            bare(context.measured().row("scoring_impact_ratio", group)),
            flag(ratio, few)));
  }

  private static Text flag(@Nullable MetricRow ratio, boolean few) {
    if (few) {
      return Text.aside("few rows");
    }
    return ratio != null
            && ratio.value() instanceof MetricValue.Defined d
            && d.value() < FOUR_FIFTHS
        ? Text.marked(Mark.ATTENTION, "below 0.8")
        : Text.NONE;
  }

  private static Text bare(@Nullable MetricRow row) {
    return row == null ? Text.of("–") : Say.bare(row.value());
  }
}
