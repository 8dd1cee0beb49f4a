package dev.assay.app.gui.run;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import dev.assay.slice.RowQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every number of every slice, one metric at a time: thousands of slices sort and filter, and each
/// leads to its rows.
final class SliceTable {

  private final Evaluation evaluation;
  private final TableView<MetricRow> table = Tables.of("Slices", "No slice matches the filter.");
  private final TextField filter = new TextField();
  private final Label counted = new Label();
  private FilteredList<MetricRow> rows = new FilteredList<>(FXCollections.observableArrayList());

  SliceTable(Evaluation evaluation, RowLinks links) {
    this.evaluation = evaluation;
    table.setId("slice-table");
    table.setFixedCellSize(30);
    table.getColumns().add(Tables.text("Slice", 420, SliceTable::slice));
    table
        .getColumns()
        .add(Tables.number("n", 110, MetricRow::n, n -> Rounded.count(n.longValue())));
    table
        .getColumns()
        .add(
            Tables.number(
                "Value",
                110,
                r -> r.value().orNaN(),
                n ->
                    Double.isNaN(n.doubleValue()) ? "undefined" : Rounded.number(n.doubleValue())));
    table.getColumns().add(Tables.number("Lower", 110, r -> end(r, true), SliceTable::shown));
    table.getColumns().add(Tables.number("Upper", 110, r -> end(r, false), SliceTable::shown));
    table.getColumns().add(Tables.text("Remark", 260, SliceTable::remark));
    if (links.atHand()) {
      Tables.onOpen(table, row -> links.open(RowQuery.of(row.slice())));
    }
    filter.setPromptText("Filter: part of an attribute or value");
    filter.setAccessibleText("Filter slices");
    filter.setId("slice-filter");
    filter.setPrefColumnCount(24);
    filter.textProperty().subscribe(this::narrow);
  }

  VBox node() {
    ComboBox<String> metric = new ComboBox<>();
    metric.getItems().setAll(metrics());
    metric.setConverter(Words.of(m -> m == null ? "" : ThresholdModel.name(m)));
    metric.setAccessibleText("Metric");
    metric.setId("slice-metric");
    metric.valueProperty().subscribe(this::choose);
    metric.setValue(
        metric.getItems().contains("selection_rate")
            ? "selection_rate"
            : metric.getItems().stream().findFirst().orElse(null));
    counted.getStyleClass().add("muted");
    FlowPane controls = new FlowPane(10, 8, metric, filter, counted);
    controls.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox box = new VBox(12, controls, table);
    box.getStyleClass().add("page");
    return box;
  }

  private List<String> metrics() {
    return evaluation.metrics().stream().map(MetricRow::metric).distinct().toList();
  }

  private void choose(@Nullable String metric) {
    if (metric == null) {
      return;
    }
    List<MetricRow> chosen =
        evaluation.metrics().stream().filter(r -> r.metric().equals(metric)).toList();
    rows = new FilteredList<>(FXCollections.observableList(chosen));
    SortedList<MetricRow> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    narrow();
  }

  private void narrow() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    rows.setPredicate(
        wanted.isEmpty() ? null : row -> slice(row).toLowerCase(Locale.ROOT).contains(wanted));
    counted.setText(Rounded.count(rows.size()) + (rows.size() == 1 ? " slice" : " slices"));
  }

  private static String slice(MetricRow row) {
    String name = Visible.of(row.slice().describe(), 160);
    return row.target() == null ? name : name + " · class " + Visible.of(row.target(), 40);
  }

  private static double end(MetricRow row, boolean lower) {
    return row.value() instanceof MetricValue.Defined d && d.interval() != null
        ? lower ? d.interval().lower() : d.interval().upper()
        : Double.NaN;
  }

  private static String shown(Number number) {
    return Double.isNaN(number.doubleValue()) ? "" : Rounded.number(number.doubleValue());
  }

  private static String remark(MetricRow row) {
    return switch (row.value()) {
      case MetricValue.Undefined u -> u.reason();
      case MetricValue.Defined d ->
          Optional.ofNullable(d.interval()).isEmpty() ? "no interval" : "";
    };
  }
}
