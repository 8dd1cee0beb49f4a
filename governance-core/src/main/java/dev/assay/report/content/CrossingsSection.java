package dev.assay.report.content;

import dev.assay.chart.HeatMap;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Crossings of attributes: a heat map for each pair, and the crossings that fare worst.
final class CrossingsSection {

  private static final int PAIRS = 4;
  private static final int MOST_ROWS = 12;
  private static final int MOST_COLUMNS = 8;
  private static final int WORST = 12;

  private CrossingsSection() {}

  static Optional<Block> of(Context context) {
    List<SliceKey> crossings =
        context.measured().slices().stream()
            .filter(s -> s.conditions().size() > 1)
            .filter(s -> context.measured().row(context.headline(), s) != null)
            .toList();
    if (crossings.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(lead(context, crossings));
    Set<Set<String>> pairs = pairs(crossings);
    List<Set<String>> drawn = byGap(context, pairs);
    for (Set<String> pair : drawn) {
      map(context, List.copyOf(pair)).ifPresent(f -> blocks.add(new Block.Figures(List.of(f))));
    }
    if (drawn.size() < pairs.size()) {
      blocks.add(
          Blocks.note(
              Say.words("crossings.the-pairs-with-the", drawn.size(), Say.count(pairs.size()))));
    }
    blocks.add(extremes(context, crossings));
    ImpactTable.of(context, impact(context, crossings)).ifPresent(blocks::add);
    return Optional.of(
        Blocks.section(
            new Anchor("crossings"), Say.text("crossings.crossings-of-attributes"), blocks));
  }

  private static Block lead(Context context, List<SliceKey> crossings) {
    long few = crossings.stream().filter(context::isFew).count();
    return Blocks.lead(
        Say.text(
            "crossings.fewer-than-rows-and",
            Say.many(crossings.size(), "crossing"),
            crossings.size() == 1
                ? Say.words("crossings.holds-rows")
                : Say.words("crossings.hold-rows"),
            Say.count(few),
            few == 1 ? Say.words("crossings.has") : Say.words("crossings.have"),
            Context.FEW));
  }

  /// Crossings with an impact ratio, the smallest first, few rows last.
  private static List<SliceKey> impact(Context context, List<SliceKey> crossings) {
    return crossings.stream()
        .filter(s -> context.measured().row("impact_ratio", s) != null)
        .sorted(
            Comparator.comparing(context::isFew)
                .thenComparing(Comparator.comparingDouble(s -> value(context, s))))
        .toList();
  }

  private static Set<Set<String>> pairs(List<SliceKey> crossings) {
    Set<Set<String>> pairs = new LinkedHashSet<>();
    for (SliceKey slice : crossings) {
      if (slice.conditions().size() == 2) {
        pairs.add(new TreeSet<>(slice.conditions().keySet()));
      }
    }
    return pairs;
  }

  private static List<Set<String>> byGap(Context context, Set<Set<String>> pairs) {
    return pairs.stream()
        .sorted(Comparator.comparingDouble(p -> -spread(context, p)))
        .limit(PAIRS)
        .toList();
  }

  private static double spread(Context context, Set<String> pair) {
    double[] values =
        context.measured().over(pair).stream()
            .filter(s -> !context.isFew(s))
            .mapToDouble(s -> value(context, s))
            .filter(Double::isFinite)
            .toArray();
    return values.length == 0
        ? 0
        : java.util.Arrays.stream(values).max().orElse(0)
            - java.util.Arrays.stream(values).min().orElse(0);
  }

  private static double value(Context context, SliceKey slice) {
    MetricRow row = context.measured().row(context.headline(), slice);
    return row == null ? Double.NaN : row.value().orNaN();
  }

  private static Optional<Block.Figure> map(Context context, List<String> pair) {
    List<@Nullable String> first = values(context, pair, pair.getFirst());
    List<@Nullable String> second = values(context, pair, pair.getLast());
    boolean turned = second.size() > first.size() == second.size() <= MOST_COLUMNS;
    String across = turned ? pair.getLast() : pair.getFirst();
    String down = turned ? pair.getFirst() : pair.getLast();
    List<@Nullable String> columns = turned ? second : first;
    List<@Nullable String> rows = turned ? first : second;
    if (columns.size() > MOST_COLUMNS || rows.size() > MOST_ROWS) {
      return Optional.empty();
    }
    double[] range = range(context, pair);
    List<List<HeatMap.Cell>> cells = new ArrayList<>();
    for (String row : rows) {
      List<HeatMap.Cell> line = new ArrayList<>();
      for (String column : columns) {
        line.add(cell(context, key(down, row, across, column), range));
      }
      cells.add(line);
    }
    String name = context.terms().plainName(context.headline());
    String title = Say.label(down) + " × " + Say.label(across);
    return Optional.of(
        new Block.Figure(
            new HeatMap(
                title,
                Say.words(
                    "crossings.by-from-over-crossings", name, title, Say.range(range[0], range[1])),
                Say.label(down),
                Say.label(across),
                rows.stream().map(Say::label).toList(),
                columns.stream().map(Say::label).toList(),
                cells),
            Say.text(
                "crossings.grey-fewer-than-rows", Text.strong(title + ". "), name, Context.FEW)));
  }

  private static double[] range(Context context, List<String> pair) {
    double[] values =
        context.measured().over(Set.copyOf(pair)).stream()
            .filter(s -> !context.isFew(s))
            .mapToDouble(s -> value(context, s))
            .filter(Double::isFinite)
            .toArray();
    return new double[] {
      java.util.Arrays.stream(values).min().orElse(0),
      java.util.Arrays.stream(values).max().orElse(0)
    };
  }

  private static HeatMap.Cell cell(Context context, SliceKey slice, double[] range) {
    MetricRow row = context.measured().row(context.headline(), slice);
    if (row == null || row.n() == 0) {
      return new HeatMap.Cell(0, "", "", HeatMap.Kind.EMPTY);
    }
    String note = Say.words("crossings.n", Say.count(row.n()));
    return switch (row.value()) {
      case MetricValue.Undefined ignored ->
          new HeatMap.Cell(
              0, Say.words("undefined.alone"), note, HeatMap.Kind.FEW, RowQuery.of(slice));
      case MetricValue.Defined d when context.isFew(slice) ->
          new HeatMap.Cell(0, Say.number(d.value()), note, HeatMap.Kind.FEW, RowQuery.of(slice));
      case MetricValue.Defined d -> {
        double span = range[1] - range[0];
        double shade = span > 0 ? (d.value() - range[0]) / span : 0.5;
        yield new HeatMap.Cell(
            Math.clamp(shade, 0, 1),
            Say.number(d.value()),
            note,
            HeatMap.Kind.SHADED,
            RowQuery.of(slice));
      }
    };
  }

  private static SliceKey key(
      String first, @Nullable String firstValue, String second, @Nullable String secondValue) {
    SortedMap<String, @Nullable String> conditions = new TreeMap<>();
    conditions.put(first, firstValue);
    conditions.put(second, secondValue);
    return new SliceKey(conditions);
  }

  private static List<@Nullable String> values(
      Context context, List<String> pair, String attribute) {
    Set<@Nullable String> seen = new LinkedHashSet<>();
    context.measured().over(Set.copyOf(pair)).forEach(s -> seen.add(s.conditions().get(attribute)));
    return new ArrayList<>(seen);
  }

  private static Block extremes(Context context, List<SliceKey> crossings) {
    List<SliceKey> ranked =
        crossings.stream()
            .filter(s -> !context.isFew(s) && Double.isFinite(value(context, s)))
            .sorted(Comparator.comparingDouble(s -> value(context, s)))
            .toList();
    List<SliceKey> shown = new ArrayList<>(ranked);
    if (ranked.size() > WORST) {
      shown = new ArrayList<>(ranked.subList(0, WORST / 2));
      shown.addAll(ranked.subList(ranked.size() - WORST / 2, ranked.size()));
    }
    List<String> metrics =
        context.groupMetrics().stream()
            .filter(m -> crossings.stream().anyMatch(s -> context.measured().row(m, s) != null))
            .limit(4)
            .toList();
    Tables table =
        Tables.captioned(
                ranked.size() > WORST
                    ? Say.words("crossings.crossings-with-the-smallest")
                    : Say.words("crossings.crossings-with-rows-enough"))
            .name(Say.words("word.crossing"))
            .number("n");
    metrics.forEach(m -> table.number(context.terms().name(m)));
    for (SliceKey slice : shown) {
      List<Text> cells = new ArrayList<>();
      cells.add(Say.slice(slice));
      cells.add(Text.of(Say.count(context.measured().n(slice))));
      metrics.forEach(m -> cells.add(PerformanceSection.cell(context.measured().row(m, slice))));
      table.row(false, cells);
    }
    return table
        .note(
            Say.words(
                "crossings.of-crossings-all-of",
                Say.count(shown.size()),
                Say.count(crossings.size()),
                gaps(context)))
        .table();
  }

  private static String gaps(Context context) {
    return context.evaluation().disparities().stream()
        .filter(d -> d.attributes().size() > 1 && d.target() == null)
        .filter(d -> d.comparison() == Disparity.Comparison.EXTREMES)
        .filter(
            d ->
                d.metric().endsWith("demographic_parity_difference")
                    || d.metric().equals("mae_difference"))
        .max(Comparator.comparingDouble(d -> Math.abs(d.value().orNaN())))
        .map(
            d ->
                Say.words(
                    "crossings.widest-gap-over-crossings",
                    Say.plain(d.value()),
                    d.expectedIfEqual() == null
                        ? "."
                        : Say.words(
                            "crossings.if-all-crossings-were", Say.number(d.expectedIfEqual()))))
        .orElse("");
  }
}
