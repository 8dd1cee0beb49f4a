package dev.assay.report.content;

import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Impact ratios, as New York City Local Law 144 asks for them.
final class ImpactTable {

  private static final double FOUR_FIFTHS = 0.8;
  private static final int GROUPS = 30;

  private ImpactTable() {}

  /// Rates and ratios as bare numbers.
  static Optional<Block> of(Context context, List<SliceKey> groups) {
    return table(context, groups, context.words().say("impact.caption"), Say::bare);
  }

  /// The same with intervals, where the table is what the report is about.
  static Optional<Block> withIntervals(Context context, List<SliceKey> groups) {
    return table(context, groups, "", Say::value);
  }

  private static Optional<Block> table(
      Context context,
      List<SliceKey> groups,
      String caption,
      BiFunction<Words, MetricValue, Text> number) {
    if (groups.stream().noneMatch(g -> context.measured().row("impact_ratio", g) != null)) {
      return Optional.empty();
    }
    Words words = context.words();
    List<String> ratios =
        groups.stream().anyMatch(g -> context.measured().row("scoring_rate", g) != null)
            ? List.of("impact_ratio", "scoring_rate", "scoring_impact_ratio")
            : List.of("impact_ratio");
    Tables table =
        Tables.captioned(caption)
            .name(words.say("head.group"))
            .number(words.say("head.rows"))
            .number(words.say("head.selected"))
            .number(words.say("head.rate"));
    ratios.forEach(m -> table.number(context.terms().name(m)));
    table.name(words.say("head.flag"));
    groups.stream().limit(GROUPS).forEach(g -> row(context, table, g, ratios, number));
    String more =
        groups.size() > GROUPS
            ? " " + words.many(groups.size() - (long) GROUPS, "more-groups")
            : "";
    return Optional.of(table.note(words.say("impact.note") + more).table());
  }

  private static void row(
      Context context,
      Tables table,
      SliceKey group,
      List<String> ratios,
      BiFunction<Words, MetricValue, Text> number) {
    Words words = context.words();
    MetricRow favoured = context.measured().row("favourable_rate", group);
    MetricRow selected =
        favoured == null ? context.measured().row("selection_rate", group) : favoured;
    boolean few = context.isFew(group);
    List<Text> cells = new ArrayList<>();
    cells.add(Say.values(words, group));
    cells.add(Text.of(words.count(context.measured().n(group))));
    cells.add(
        Text.of(
            selected == null || selected.numerator() == null
                ? "–"
                : words.count(selected.numerator())));
    cells.add(number(words, selected, number));
    ratios.forEach(m -> cells.add(number(words, context.measured().row(m, group), number)));
    cells.add(flag(words, context.measured().row("impact_ratio", group), few));
    table.row(few, cells);
  }

  private static Text flag(Words words, @Nullable MetricRow ratio, boolean few) {
    if (few) {
      return Text.aside(words.say("impact.few"));
    }
    return ratio != null
            && ratio.value() instanceof MetricValue.Defined d
            && d.value() < FOUR_FIFTHS
        ? Text.marked(Mark.ATTENTION, words.say("impact.below", words.setting(FOUR_FIFTHS)))
        : Text.NONE;
  }

  private static Text number(
      Words words, @Nullable MetricRow row, BiFunction<Words, MetricValue, Text> number) {
    return row == null ? Text.of("–") : number.apply(words, row.value());
  }
}
