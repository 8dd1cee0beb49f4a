package dev.assay.app.gui.probe;

import dev.assay.app.gui.table.ScaledColumns;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.explain.masked.Probe;
import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedAnswers.Status;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Rows of a probe with what the model says of each.
final class ProbeTable {

  private static final int LONGEST = 200;
  private static final double EM = 13;

  private ProbeTable() {}

  static TableView<Probe.Row> of(Probe probe) {
    TableView<Probe.Row> table = Tables.of("Rows of the probe", "No rows.");
    table.setId("probe-rows");
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table
        .getColumns()
        .add(Tables.number("Row", 4.5 * EM, Probe.Row::row, n -> Rounded.count(n.longValue())));
    switch (probe.kind()) {
      case FILL -> {
        text(table, "Text", 26, Probe.Row::text);
        text(table, "Answer", 8, ProbeTable::other);
        text(table, "Likeliest words", 26, r -> top(r.answer()));
        number(table, "Place", r -> r.answer().rank());
        number(table, "Log-probability", r -> r.answer().sum());
      }
      case WHOLE -> {
        text(table, "Text", 44, Probe.Row::text);
        number(table, "Tokens", r -> r.answer().logs().size());
        number(table, "Log-likelihood", r -> r.answer().sum());
        number(table, "Perplexity", r -> Math.exp(-r.answer().sum() / r.answer().logs().size()));
      }
      case PAIR -> {
        text(table, "First text", 26, Probe.Row::text);
        text(table, "Second text", 26, ProbeTable::other);
        text(table, "Likelier", 7, ProbeTable::likelier);
        number(table, "Difference", r -> r.answer().sum() - r.answer().otherSum());
      }
      case ASSOCIATION -> {
        text(table, "Text", 26, Probe.Row::text);
        text(table, "Word", 8, ProbeTable::other);
        text(table, "Likeliest words", 26, r -> top(r.answer()));
        number(table, "Association", r -> r.answer().sum() - r.answer().otherSum());
      }
    }
    text(table, "State", 14, r -> r.answer().status().words());
    table.setItems(FXCollections.observableArrayList(probe.rows()));
    ScaledColumns.follow(table);
    return table;
  }

  private static String other(Probe.Row row) {
    String other = row.other();
    return other == null ? "" : other;
  }

  private static String likelier(Probe.Row row) {
    int order = Double.compare(row.answer().sum(), row.answer().otherSum());
    return !isAsked(row) ? "" : order > 0 ? "first" : order < 0 ? "second" : "neither";
  }

  private static String top(One answer) {
    return answer.top().stream()
        .map(w -> Visible.of(w.word(), 40) + " " + Rounded.percent(w.probability()))
        .collect(Collectors.joining(", "));
  }

  private static boolean isAsked(Probe.Row row) {
    return row.answer().status() == Status.ASKED;
  }

  private static void text(
      TableView<Probe.Row> table, String heading, double ems, Function<Probe.Row, String> value) {
    table
        .getColumns()
        .add(Tables.text(heading, ems * EM, r -> Visible.of(value.apply(r), LONGEST)));
  }

  private static void number(
      TableView<Probe.Row> table, String heading, ToDoubleFunction<Probe.Row> value) {
    TableColumn<Probe.Row, Number> column =
        Tables.number(
            heading,
            9 * EM,
            r -> isAsked(r) ? value.applyAsDouble(r) : Double.NaN,
            n -> shown(n.doubleValue()));
    table.getColumns().add(column);
  }

  private static String shown(double number) {
    return Double.isNaN(number)
        ? ""
        : number == Math.rint(number) && number >= 0
            ? Rounded.count((long) number)
            : Rounded.number(number);
  }
}
