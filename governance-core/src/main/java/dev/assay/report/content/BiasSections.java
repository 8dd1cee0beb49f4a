package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.predictions.Predictions;
import dev.assay.provenance.Provenance;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The summary of a bias audit: rates and impact ratios of every group and of their intersections,
/// gaps, and who is in no category. It holds numbers; what a law makes of them it does not say.
final class BiasSections {

  private static final int ATTRIBUTES = 12;
  private static final int GROUPS = 30;
  private static final int GAPS = 40;
  private static final int EXCLUSIONS = 10;
  private static final int NAMED = 6;
  private static final double SMALL_SHARE = 0.02;

  private BiasSections() {}

  static Block.Section audited(Context context) {
    Words words = context.words();
    Provenance origin = context.evaluation().provenance();
    Audit audit = context.dossier().audit();
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry(words.say("executive.model"), Text.data(origin.modelName())));
    entries.add(
        Blocks.entry(
            words.say("executive.data"),
            Text.data(origin.datasetName()).and(", " + words.many(origin.rows(), "row"))));
    entries.add(Blocks.entry(words.say("executive.task"), ExecutiveSections.task(context)));
    entries.add(Blocks.entry(words.say("executive.groups"), ExecutiveSections.groups(context)));
    entries.add(
        Blocks.entry(
            words.say("bias.when"),
            Text.of(words.minute(audit.created()) + ", ").and(Text.data(audit.author()))));
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.lead(lead(context)));
    blocks.add(new Block.KeyValues(entries));
    if (!audit.purpose().isBlank()) {
      blocks.add(
          Blocks.paragraph(
              Text.strong(words.say("executive.purpose") + ". ")
                  .and(Say.sentence(audit.purpose()))));
    }
    blocks.add(Blocks.note(words.say("bias.no-verdict")));
    return Blocks.section("audited", words.say("bias.audited"), blocks);
  }

  private static Text lead(Context context) {
    Words words = context.words();
    return HeadlineNumbers.widest(context)
        .map(
            gap ->
                words.text(
                    "bias.widest",
                    context.terms().name(gap.metric()),
                    Text.data(gap.attributes().getFirst()),
                    Say.value(words, gap.value()),
                    gap.expectedIfEqual() == null ? "–" : words.number(gap.expectedIfEqual())))
        .orElseGet(() -> Text.of(words.say("bias.no-gap")));
  }

  static Block.Section groups(Context context) {
    Words words = context.words();
    List<Evaluation.AttributeInfo> attributes = context.evaluation().attributes();
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < Math.min(ATTRIBUTES, attributes.size()); i++) {
      blocks.add(attribute(context, attributes.get(i), Context.attributeAnchor(i)));
    }
    if (attributes.isEmpty()) {
      blocks.add(Blocks.paragraph(words.say("executive.no-groups")));
    } else if (attributes.size() > ATTRIBUTES) {
      blocks.add(
          Blocks.note(words.many(attributes.size() - (long) ATTRIBUTES, "bias.more-attributes")));
    }
    return Blocks.section("groups", words.say("bias.groups"), blocks);
  }

  private static Block attribute(
      Context context, Evaluation.AttributeInfo attribute, Anchor anchor) {
    List<SliceKey> groups =
        context.measured().over(Set.of(attribute.name())).stream()
            .sorted(
                Comparator.comparing(context::isFew)
                    .thenComparing(Comparator.comparingLong(g -> -context.measured().n(g))))
            .toList();
    Block table =
        ImpactTable.withIntervals(context, groups).orElseGet(() -> numbers(context, groups));
    return Blocks.section(
        anchor, context.words().text("bias.by", Text.data(attribute.name())), List.of(table));
  }

  /// Where there is no impact ratio: the numbers that groups are compared by.
  private static Block numbers(Context context, List<SliceKey> groups) {
    Words words = context.words();
    List<String> metrics =
        context.groupMetrics().stream()
            .filter(m -> groups.stream().anyMatch(g -> context.measured().row(m, g) != null))
            .limit(3)
            .toList();
    Tables table =
        Tables.captioned(Text.NONE).name(words.say("head.group")).number(words.say("head.rows"));
    metrics.forEach(m -> table.number(context.terms().name(m)));
    for (SliceKey group : groups.stream().limit(GROUPS).toList()) {
      List<Text> cells = new ArrayList<>();
      cells.add(Say.values(words, group));
      cells.add(Text.of(words.count(context.measured().n(group))));
      for (String metric : metrics) {
        MetricRow row = context.measured().row(metric, group);
        cells.add(row == null ? Text.of("–") : Say.value(words, row.value()));
      }
      table.row(context.isFew(group), cells);
    }
    if (groups.size() > GROUPS) {
      table.note(words.many(groups.size() - (long) GROUPS, "more-groups"));
    }
    return table.table();
  }

  static Optional<Block.Section> intersections(Context context) {
    List<SliceKey> crossings =
        context.measured().slices().stream()
            .filter(s -> s.conditions().size() > 1)
            .filter(s -> context.measured().row("impact_ratio", s) != null)
            .sorted(
                Comparator.comparing(context::isFew).thenComparingDouble(s -> ratio(context, s)))
            .toList();
    return ImpactTable.withIntervals(context, crossings)
        .map(
            table ->
                Blocks.section(
                    "intersections", context.words().say("bias.intersections"), List.of(table)));
  }

  private static double ratio(Context context, SliceKey slice) {
    MetricRow row = context.measured().row("impact_ratio", slice);
    double value = row == null ? Double.NaN : row.value().orNaN();
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  static Optional<Block.Section> gaps(Context context) {
    return GapTable.all(context, GAPS)
        .map(table -> Blocks.section("gaps", context.words().say("bias.gaps"), List.of(table)));
  }

  static Block.Section unknown(Context context) {
    Words words = context.words();
    List<Block> blocks = new ArrayList<>();
    if (!context.evaluation().attributes().isEmpty()) {
      blocks.add(categories(context));
    }
    List<Predictions.Exclusion> excluded = context.evaluation().excluded();
    if (excluded.isEmpty()) {
      blocks.add(Blocks.paragraph(words.say("bias.none-excluded")));
    } else {
      blocks.add(
          new Block.Bullets(
              excluded.stream()
                  .limit(EXCLUSIONS)
                  .map(
                      e ->
                          words.text(
                              "bias.excluded",
                              words.many(e.count(), "row"),
                              Say.sentence(e.reason())))
                  .toList()));
    }
    return Blocks.section("unknown", words.say("bias.unknown"), blocks);
  }

  private static Block categories(Context context) {
    Words words = context.words();
    long rows = context.evaluation().provenance().rows();
    Tables table =
        Tables.captioned(Text.NONE)
            .name(words.say("head.attribute"))
            .number(words.say("head.no-category"))
            .number(words.say("head.share"))
            .words(words.say("head.small"));
    for (Evaluation.AttributeInfo attribute :
        context.evaluation().attributes().stream().limit(ATTRIBUTES).toList()) {
      long missing = context.measured().n(SliceKey.of(attribute.name(), null));
      table.row(
          Text.data(attribute.name()),
          Text.of(words.count(missing)),
          Text.of(rows == 0 ? "–" : words.percent((double) missing / rows)),
          small(context, attribute, rows));
    }
    return table.note(words.say("bias.small")).table();
  }

  private static Text small(Context context, Evaluation.AttributeInfo attribute, long rows) {
    List<SliceKey> small =
        context.measured().over(Set.of(attribute.name())).stream()
            .filter(g -> g.conditions().get(attribute.name()) != null)
            .filter(g -> context.measured().n(g) < SMALL_SHARE * rows)
            .toList();
    if (small.isEmpty()) {
      return Text.of(context.words().say("none"));
    }
    List<Text> named = new ArrayList<>();
    for (SliceKey group : small.stream().limit(NAMED).toList()) {
      named.add(
          Say.values(context.words(), group)
              .and(Text.aside(" " + context.words().count(context.measured().n(group)))));
    }
    Text all = Text.join(", ", named);
    return small.size() > NAMED
        ? all.and(" +" + context.words().count(small.size() - (long) NAMED))
        : all;
  }
}
