package dev.assay.report.content;

import dev.assay.chart.GroupBars;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One attribute: bars against the reference group, the groups' numbers, their gaps.
final class AttributeSection {

  private static final int BARS = 12;
  private static final int GROUPS = 30;

  private final Context context;
  private final Evaluation.AttributeInfo attribute;
  private final SliceKey reference;
  private final List<SliceKey> groups;

  private AttributeSection(Context context, Evaluation.AttributeInfo attribute) {
    this.context = context;
    this.attribute = attribute;
    this.reference = SliceKey.of(attribute.name(), attribute.reference());
    this.groups =
        context.measured().over(Set.of(attribute.name())).stream().sorted(order()).toList();
  }

  static Block of(Context context, Evaluation.AttributeInfo attribute, int index) {
    return new AttributeSection(context, attribute).section(Context.attributeAnchor(index));
  }

  /// The reference group first, then the largest number first; few rows and no value last.
  private Comparator<SliceKey> order() {
    return Comparator.comparing((SliceKey s) -> !s.equals(reference))
        .thenComparing(context::isFew)
        .thenComparing(Comparator.comparingDouble(s -> -headline(s)));
  }

  private double headline(SliceKey slice) {
    MetricRow row = context.measured().row(context.headline(), slice);
    double value = row == null ? Double.NaN : row.value().orNaN();
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  private Block section(Anchor anchor) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.lead(lead()));
    List<Block.Figure> bars = new ArrayList<>();
    for (String metric : context.groupMetrics().stream().limit(2).toList()) {
      if (groups.stream().anyMatch(g -> context.measured().row(metric, g) != null)) {
        bars.add(bars(metric));
      }
    }
    if (!bars.isEmpty()) {
      blocks.add(new Block.Figures(List.copyOf(bars)));
    }
    blocks.add(groupTable());
    DisparityTables tables = new DisparityTables(context, List.of(attribute.name()));
    List<Block.Figure> gaps = new ArrayList<>();
    tables.forest().ifPresent(gaps::add);
    PerformanceFigures.rocByGroup(context, attribute.name()).ifPresent(gaps::add);
    if (!gaps.isEmpty()) {
      blocks.add(new Block.Figures(List.copyOf(gaps)));
    }
    tables.extremes().ifPresent(blocks::add);
    tables.eachClass().ifPresent(blocks::add);
    tables.toReference(reference).ifPresent(blocks::add);
    ImpactTable.of(context, mostTelling(GROUPS)).ifPresent(blocks::add);
    return Blocks.section(anchor, Say.text("attribute.by", Text.data(attribute.name())), blocks);
  }

  private Text lead() {
    List<SliceKey> telling =
        groups.stream()
            .filter(g -> !context.isFew(g) && headline(g) != Double.NEGATIVE_INFINITY)
            .sorted(Comparator.comparingDouble(g -> -headline(g)))
            .toList();
    Text said = Say.text("attribute.reference-group", Say.group(attribute.reference()));
    said =
        said.and(
            attribute.chosen()
                ? Say.words("attribute.chosen")
                : Say.words("attribute.the-largest"));
    if (telling.size() < 2) {
      return Say.text("attribute.fewer-than-two-groups", said);
    }
    String metric = context.headline();
    return Say.text(
        "attribute.runs-from-to",
        said,
        context.terms().name(metric),
        Say.plain(row(metric, telling.getLast()).value()),
        Say.values(telling.getLast()),
        Say.plain(row(metric, telling.getFirst()).value()),
        Say.values(telling.getFirst()));
  }

  private MetricRow row(String metric, SliceKey slice) {
    return java.util.Objects.requireNonNull(context.measured().row(metric, slice));
  }

  private Block.Figure bars(String metric) {
    List<SliceKey> shown = mostTelling(BARS);
    List<GroupBars.Bar> bars = shown.stream().map(g -> bar(metric, g)).toList();
    MetricRow held = context.measured().row(metric, reference);
    String name = context.terms().plainName(metric);
    String words =
        Say.words(
            "attribute.by-2",
            name,
            Say.label(attribute.name()),
            String.join(
                "; ",
                bars.stream()
                    .map(b -> b.label() + " " + b.shown() + " (" + b.note() + ")")
                    .toList()));
    return new Block.Figure(
        new GroupBars(
            Say.words("attribute.by-3", name, Say.label(attribute.name())),
            words,
            bars,
            held == null || !(held.value() instanceof MetricValue.Defined d) ? null : d.value()),
        Say.text(
            "attribute.orange-and-dashed-the",
            Text.strong(name + ". "),
            shown.size() < groups.size()
                ? Say.words("attribute.of-groups", shown.size(), Say.count(groups.size()))
                : ""));
  }

  /// All groups, or the reference and those with the largest and the smallest numbers.
  private List<SliceKey> mostTelling(int limit) {
    if (groups.size() <= limit) {
      return groups;
    }
    List<SliceKey> large = groups.stream().filter(g -> !context.isFew(g)).toList();
    List<SliceKey> from = large.size() >= limit ? large : groups;
    List<SliceKey> shown = new ArrayList<>(from.subList(0, limit / 2));
    shown.addAll(from.subList(from.size() - limit / 2, from.size()));
    if (!shown.contains(reference) && groups.contains(reference)) {
      shown.set(0, reference);
    }
    return shown;
  }

  private GroupBars.Bar bar(String metric, SliceKey group) {
    MetricRow row = context.measured().row(metric, group);
    MetricValue value =
        row == null ? new MetricValue.Undefined(Say.words("word.not-computed")) : row.value();
    Interval interval = Say.intervalOf(value);
    return new GroupBars.Bar(
        Say.label(group.conditions().get(attribute.name())),
        Say.words("attribute.n", Say.count(context.measured().n(group))),
        value instanceof MetricValue.Defined d ? d.value() : null,
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        Say.plain(value),
        kind(group),
        RowQuery.of(group));
  }

  private GroupBars.Kind kind(SliceKey group) {
    if (context.isFew(group)) {
      return GroupBars.Kind.FEW;
    }
    return group.equals(reference) ? GroupBars.Kind.REFERENCE : GroupBars.Kind.GROUP;
  }

  private Block groupTable() {
    List<String> metrics =
        context.groupMetrics().stream()
            .filter(m -> groups.stream().anyMatch(g -> context.measured().row(m, g) != null))
            .toList();
    Tables table =
        Tables.captioned(Say.text("attribute.groups-of", Text.data(attribute.name())))
            .name(Say.words("word.group"))
            .number("n");
    metrics.forEach(m -> table.number(context.terms().name(m)));
    mostTelling(GROUPS)
        .forEach(
            g -> {
              List<Text> cells = new ArrayList<>();
              cells.add(group(g));
              cells.add(Text.of(Say.count(context.measured().n(g))));
              metrics.forEach(m -> cells.add(cell(context.measured().row(m, g))));
              table.row(context.isFew(g), cells);
            });
    if (groups.size() > GROUPS) {
      table.note(Say.words("attribute.of-groups-the-reference", GROUPS, Say.count(groups.size())));
    }
    return table.table();
  }

  private Text group(SliceKey group) {
    Text name = Say.values(group);
    return group.equals(reference) ? name.and(Text.aside(Say.words("attribute.reference"))) : name;
  }

  private static Text cell(@Nullable MetricRow row) {
    return PerformanceSection.cell(row);
  }
}
