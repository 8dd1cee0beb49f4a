package dev.assay.app.gui.dataset;

import dev.assay.chart.GroupBars;
import dev.assay.chart.GroupDistributions;
import dev.assay.chart.MissingMap;
import dev.assay.chart.Mosaic;
import dev.assay.check.composition.ClassesByGroup;
import dev.assay.check.composition.GroupShares;
import dev.assay.check.composition.MissingBlocks;
import dev.assay.check.composition.NumbersByGroup;
import dev.assay.common.Rounded;
import dev.assay.metric.MetricValue;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Charts of what a dataset holds.
final class DataCharts {

  private static final int MOST_GROUPS = 16;
  private static final List<String> STEPS =
      List.of("none missing", "up to 2 %", "up to 20 %", "up to 60 %", "more");

  private DataCharts() {}

  /// Classes by groups; beyond the largest groups all others are one.
  static Mosaic mosaic(ClassesByGroup table) {
    List<Mosaic.Group> groups = new ArrayList<>();
    boolean folded = table.groups().size() > MOST_GROUPS;
    int own = folded ? MOST_GROUPS - 1 : table.groups().size();
    table.groups().stream().limit(own).forEach(g -> groups.add(group(table, g)));
    if (folded) {
      List<ClassesByGroup.Group> rest = table.groups().subList(own, table.groups().size());
      List<Long> counts = new ArrayList<>();
      for (int c = 0; c < table.classes().size(); c++) {
        int at = c;
        counts.add(rest.stream().mapToLong(g -> g.counts().get(at)).sum());
      }
      groups.add(
          group(table, new ClassesByGroup.Group(rest.size() + " smaller groups", null, counts)));
    }
    return new Mosaic(
        DataWords.name(table.groupsOf()) + " × " + DataWords.name(table.label()),
        Sentences.imbalance(table),
        table.classes().stream().map(DataWords::name).toList(),
        "width: share of rows; from top to bottom",
        groups);
  }

  private static Mosaic.Group group(ClassesByGroup table, ClassesByGroup.Group group) {
    List<Mosaic.Part> parts = new ArrayList<>();
    for (int c = 0; c < table.classes().size(); c++) {
      long count = group.counts().get(c);
      parts.add(
          new Mosaic.Part(
              group.rows() == 0 ? 0 : group.share(c),
              Rounded.percent(group.rows() == 0 ? 0 : group.share(c)),
              "n " + Rounded.count(count),
              count,
              group.slice() == null
                  ? null
                  : RowQuery.of(group.slice().and(table.classSlices().get(c)))));
    }
    double share = table.rows() == 0 ? 0 : (double) group.rows() / table.rows();
    return new Mosaic.Group(
        DataWords.name(group.name()),
        Rounded.percent(share) + ", n " + Rounded.count(group.rows()),
        share,
        parts,
        group.isFew());
  }

  /// Shares of groups with intervals.
  static GroupBars shares(GroupShares shares) {
    List<GroupBars.Bar> bars = new ArrayList<>();
    for (GroupShares.Share group : shares.groups().stream().limit(MOST_GROUPS).toList()) {
      bars.add(bar(group));
    }
    return new GroupBars(
        "Shares of " + DataWords.name(shares.groupsOf()), Sentences.shares(shares), bars, null);
  }

  private static GroupBars.Bar bar(GroupShares.Share group) {
    String label = DataWords.name(group.name());
    String note =
        "n "
            + Rounded.count(group.count())
            + (group.expected() == null ? "" : ", population " + Rounded.percent(group.expected()));
    GroupBars.Kind kind = group.isFew() ? GroupBars.Kind.FEW : GroupBars.Kind.GROUP;
    return switch (group.share()) {
      case MetricValue.Defined d ->
          new GroupBars.Bar(
              label,
              note,
              d.value(),
              d.interval() == null ? null : d.interval().lower(),
              d.interval() == null ? null : d.interval().upper(),
              Rounded.percent(d.value()),
              kind,
              group.slice() == null ? null : RowQuery.of(group.slice()));
      case MetricValue.Undefined u ->
          new GroupBars.Bar(label, note, null, null, null, "undefined: " + u.reason(), kind);
    };
  }

  /// Where values are missing.
  static MissingMap missing(MissingBlocks blocks) {
    List<MissingMap.Line> lines = new ArrayList<>();
    for (MissingBlocks.ColumnBlocks column : blocks.columns()) {
      List<Double> shares = new ArrayList<>();
      List<String> words = new ArrayList<>();
      List<RowQuery> rows = new ArrayList<>();
      SliceKey missing = SliceKey.of(column.name(), null);
      for (int b = 0; b < column.blocks().size(); b++) {
        int from = blocks.bounds().get(b);
        int to = blocks.bounds().get(b + 1);
        double share = to == from ? 0 : (double) column.blocks().get(b) / (to - from);
        shares.add(share);
        rows.add(RowQuery.of(missing, new RowQuery.Part.Between(from, to)));
        words.add(
            "rows "
                + Rounded.count(from + 1L)
                + " to "
                + Rounded.count(to)
                + ": "
                + Rounded.percent(share)
                + " missing");
      }
      lines.add(
          new MissingMap.Line(
              DataWords.name(column.name()),
              Rounded.percent((double) column.missing() / blocks.rows()),
              shares,
              words,
              rows));
    }
    return new MissingMap(
        "Missing values by column and block of rows",
        Sentences.missing(blocks),
        "row 1",
        "row " + Rounded.count(blocks.rows()),
        STEPS,
        lines);
  }

  /// How a number is spread in each group.
  static GroupDistributions distributions(NumbersByGroup numbers) {
    List<GroupDistributions.Strip> strips =
        numbers.groups().stream()
            .sorted(Comparator.comparingLong(NumbersByGroup.Spread::values).reversed())
            .limit(MOST_GROUPS)
            .map(DataCharts::strip)
            .toList();
    return new GroupDistributions(
        DataWords.name(numbers.column()) + " by " + DataWords.name(numbers.groupsOf()),
        Sentences.distributions(numbers),
        DataWords.name(numbers.column()),
        numbers.from(),
        numbers.to(),
        strips);
  }

  private static GroupDistributions.Strip strip(NumbersByGroup.Spread group) {
    boolean any = group.values() > 0;
    return new GroupDistributions.Strip(
        DataWords.name(group.name()),
        "n " + Rounded.count(group.values()),
        any ? group.bins().stream().map(b -> (double) b / group.values()).toList() : List.of(),
        group.quartiles(),
        any ? "median " + Rounded.count(group.quartiles().get(1)) : "no numbers",
        group.values() < ClassesByGroup.FEWEST,
        RowQuery.of(group.slice()));
  }
}
