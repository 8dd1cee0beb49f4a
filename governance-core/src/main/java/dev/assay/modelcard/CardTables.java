package dev.assay.modelcard;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The numbers of a card: overall, by group, between groups.
final class CardTables {

  private static final int GAPS = 30;

  private final Evaluation evaluation;

  CardTables(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  String all() {
    StringBuilder text = new StringBuilder("### Over all rows\n\n").append(overall());
    String groups = groups();
    if (!groups.isEmpty()) {
      text.append("\n### By group\n\n").append(groups);
    }
    String gaps = gaps();
    if (!gaps.isEmpty()) {
      text.append("\n### Between groups, largest against smallest\n\n").append(gaps);
    }
    return text.toString();
  }

  private String overall() {
    MarkdownTable table = new MarkdownTable("Metric", ">Value", ">Interval", ">n");
    for (MetricRow row : CardNumbers.headline(evaluation)) {
      table.row(
          name(row.metric()), value(row.value()), interval(row.value()), Rounded.count(row.n()));
    }
    return table.toString();
  }

  private String groups() {
    List<String> wanted = CardNumbers.groupMetrics(evaluation);
    Map<SliceKey, Map<String, MetricRow>> bySlice = new LinkedHashMap<>();
    for (MetricRow row : evaluation.metrics()) {
      if (row.slice().conditions().size() == 1
          && row.target() == null
          && wanted.contains(row.metric())) {
        bySlice.computeIfAbsent(row.slice(), s -> new LinkedHashMap<>()).put(row.metric(), row);
      }
    }
    if (bySlice.isEmpty()) {
      return "";
    }
    List<String> heads = new ArrayList<>(List.of("Group", ">n"));
    wanted.forEach(m -> heads.add(">" + name(m)));
    MarkdownTable table = new MarkdownTable(heads.toArray(String[]::new));
    bySlice.entrySet().stream()
        .limit(CardNumbers.GROUPS)
        .forEach(e -> table.row(cells(e.getKey(), e.getValue(), wanted)));
    return bySlice.size() > CardNumbers.GROUPS
        ? table
            + "\n"
            + (bySlice.size() - CardNumbers.GROUPS)
            + " more groups are in metrics.csv.\n"
        : table.toString();
  }

  private static String[] cells(SliceKey slice, Map<String, MetricRow> rows, List<String> wanted) {
    List<String> cells = new ArrayList<>();
    cells.add(Visible.of(slice.describe(), 80));
    cells.add(Rounded.count(rows.values().stream().mapToLong(MetricRow::n).max().orElse(0)));
    for (String metric : wanted) {
      MetricRow row = rows.get(metric);
      cells.add(row == null ? "–" : both(row.value()));
    }
    return cells.toArray(String[]::new);
  }

  private String gaps() {
    List<Disparity> gaps = CardNumbers.gaps(evaluation);
    if (gaps.isEmpty()) {
      return "";
    }
    MarkdownTable table =
        new MarkdownTable("Measure", "By", ">Value", ">If groups were equal", "Between");
    gaps.stream()
        .limit(GAPS)
        .forEach(
            d ->
                table.row(
                    name(d.metric()),
                    Visible.of(d.attributes().getFirst(), 80),
                    both(d.value()),
                    d.expectedIfEqual() == null ? "–" : Rounded.number(d.expectedIfEqual()),
                    between(d)));
    return gaps.size() > GAPS
        ? table + "\n" + (gaps.size() - GAPS) + " more are in metrics.csv.\n"
        : table.toString();
  }

  private static String between(Disparity d) {
    return d.high() == null || d.low() == null
        ? "–"
        : group(d.high(), d) + " over " + group(d.low(), d);
  }

  private static String group(SliceKey key, Disparity d) {
    @Nullable String value = key.conditions().get(d.attributes().getFirst());
    return CardSections.group(value);
  }

  private static String both(MetricValue value) {
    String interval = interval(value);
    return interval.equals("–") ? value(value) : value(value) + " (" + interval + ")";
  }

  private static String value(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> Rounded.number(defined.value());
      case MetricValue.Undefined undefined -> "undefined: " + Visible.of(undefined.reason(), 120);
    };
  }

  private static String interval(MetricValue value) {
    Interval interval = value instanceof MetricValue.Defined d ? d.interval() : null;
    return interval == null ? "–" : Rounded.range(interval.lower(), interval.upper());
  }

  private static String name(String metric) {
    return MetricCatalogue.find(metric)
        .map(MetricDefinition::name)
        .orElseGet(() -> metric.replace('_', ' '));
  }
}
