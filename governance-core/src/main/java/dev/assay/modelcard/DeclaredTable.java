package dev.assay.modelcard;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds what a supplier declared against what was measured here. The declared numbers are read
/// from the table that an import wrote; the measured ones are rows of the evaluation.
final class DeclaredTable {

  private static final int METRIC = 0;
  private static final int SLICE = 1;
  private static final int VALUE = 3;
  private static final int COLUMNS = 5;
  private static final int LONGEST = 80;
  private static final int MOST_ROWS = 60;
  private static final String EVERYONE = "overall";

  private DeclaredTable() {}

  /// The comparison as Markdown, "" where nothing that was declared was measured too.
  ///
  /// @param passage what stands under 'Declared by the supplier'
  static String of(Evaluation evaluation, String passage) {
    MarkdownTable table =
        new MarkdownTable("Metric", ">Declared", ">Measured here", "The declared number");
    int rows = 0;
    for (List<String> cells : declared(passage)) {
      Optional<MetricRow> measured = measured(evaluation, cells);
      if (measured.isPresent() && rows < MOST_ROWS) {
        rows++;
        row(table, cells, measured.get());
      }
    }
    return rows == 0
        ? ""
        : table
            + "\nMeasured here on "
            + MarkdownText.of(Visible.of(evaluation.provenance().datasetName(), LONGEST))
            + "; the supplier may have measured on other data.";
  }

  private static void row(MarkdownTable table, List<String> cells, MetricRow measured) {
    Interval interval =
        measured.value() instanceof MetricValue.Defined defined ? defined.interval() : null;
    String name =
        MetricCatalogue.find(measured.metric())
            .map(MetricDefinition::name)
            .orElse(measured.metric());
    String slice = cells.get(SLICE).strip();
    String value = Rounded.number(measured.value().orNaN());
    table.row(
        slice.equals(EVERYONE) ? name : name + ", " + Visible.of(slice, LONGEST),
        Visible.of(cells.get(VALUE), LONGEST),
        interval == null
            ? value
            : value + " (" + Rounded.range(interval.lower(), interval.upper()) + ")",
        judged(cells.get(VALUE), interval));
  }

  private static String judged(String declared, @org.jspecify.annotations.Nullable Interval here) {
    Optional<Double> number = number(declared);
    if (number.isEmpty()) {
      return "is no number";
    }
    if (here == null) {
      return "cannot be held against an interval";
    }
    return here.contains(number.get())
        ? "lies within the interval"
        : number.get() > here.upper() ? "lies above the interval" : "lies below the interval";
  }

  private static Optional<Double> number(String text) {
    try {
      double number = Double.parseDouble(text.replace("%", "").strip());
      double share = text.contains("%") ? number / 100 : number;
      return Double.isFinite(share) ? Optional.of(share) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<MetricRow> measured(Evaluation evaluation, List<String> cells) {
    String asked =
        cells.get(METRIC).strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    String id =
        MetricCatalogue.find(asked)
            .or(() -> MetricCatalogue.find(asked.replaceFirst("_score$", "")))
            .map(MetricDefinition::id)
            .orElse(asked);
    String slice = cells.get(SLICE).strip();
    return evaluation.metrics().stream()
        .filter(r -> r.metric().equals(id) && r.target() == null)
        .filter(r -> r.value() instanceof MetricValue.Defined)
        .filter(
            r ->
                slice.equals(EVERYONE)
                    ? r.slice().equals(SliceKey.WHOLE)
                    : Visible.of(r.slice().describe()).equals(slice))
        .findFirst();
  }

  private static List<List<String>> declared(String passage) {
    List<List<String>> rows = new ArrayList<>();
    for (CardBlock block : CardBlocks.of(passage)) {
      if (block instanceof CardBlock.Table table
          && table.columns().size() == COLUMNS
          && words(table.columns().get(METRIC).heading()).equals("Metric")
          && words(table.columns().get(VALUE).heading()).equals("Value")) {
        table.rows().forEach(r -> rows.add(r.stream().map(DeclaredTable::words).toList()));
      }
    }
    return rows;
  }

  private static String words(List<CardBlock.Run> runs) {
    return runs.stream().map(CardBlock.Run::words).collect(Collectors.joining());
  }
}
