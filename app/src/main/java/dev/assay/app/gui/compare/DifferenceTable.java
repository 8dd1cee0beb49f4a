package dev.assay.app.gui.compare;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.dialog.Saving;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.table.ScaledColumns;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.common.AtomicFiles;
import dev.assay.common.Rounded;
import dev.assay.compare.ComparisonCsv;
import dev.assay.compare.ComparisonWords;
import dev.assay.compare.Difference;
import dev.assay.compare.Outcome;
import dev.assay.compare.Subject.Slice;
import dev.assay.slice.RowQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Every difference as a row; thousands sort, filter and copy.
final class DifferenceTable {

  private final CompareModel model;
  private final TaskCenter tasks;
  private final RowLinks links;
  private final TableView<Difference> table =
      Tables.of("Differences", "No number matches the filter.");

  /// @param tasks writes files
  /// @param links to the rows of B
  DifferenceTable(CompareModel model, TaskCenter tasks, RowLinks links) {
    this.model = model;
    this.tasks = tasks;
    this.links = links;
    table.setId("differences");
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.setTableMenuButtonVisible(true);
    columns();
    ScaledColumns.follow(table);
    SortedList<Difference> sorted = new SortedList<>(model.rows());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setRowFactory(view -> new Explained());
    table.setContextMenu(menu());
  }

  TableView<Difference> node() {
    return table;
  }

  private void columns() {
    add(outcome(), true);
    add(Tables.text("Metric", 200, ComparisonWords::name), true);
    add(Tables.text("For whom", 270, ComparisonWords::about), true);
    add(right(Tables.text("A → B", 130, CompareModel::values)), true);
    add(difference(), true);
    add(
        Tables.number(
            "n", 75, Difference::n, n -> n.longValue() == 0 ? "" : Rounded.count(n.longValue())),
        true);
    add(p("p", Difference::pValue), false);
    add(p("p (Holm)", Difference::pValueAdjusted), false);
    add(Tables.text("Paired", 70, d -> d.paired() ? "yes" : "no"), false);
    add(Tables.text("Why", 320, Difference::reason), false);
  }

  private void add(TableColumn<Difference, ?> column, boolean shown) {
    column.setVisible(shown);
    table.getColumns().add(column);
  }

  private static TableColumn<Difference, String> right(TableColumn<Difference, String> column) {
    column.setStyle("-fx-alignment: center-right;");
    return column;
  }

  private static TableColumn<Difference, Number> difference() {
    TableColumn<Difference, Number> column =
        Tables.number("B − A", 205, d -> d.difference().orNaN(), n -> "");
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Number number, boolean empty) {
                super.updateItem(number, empty);
                Difference d = empty ? null : getTableRow().getItem();
                setText(d == null ? null : ComparisonWords.difference(d));
                setStyle("-fx-alignment: center-right;");
              }
            });
    return column;
  }

  private static TableColumn<Difference, Number> p(
      String heading, java.util.function.Function<Difference, @Nullable Double> value) {
    return Tables.number(
        heading,
        80,
        d -> {
          Double p = value.apply(d);
          return p == null ? Double.NaN : p;
        },
        n -> Double.isNaN(n.doubleValue()) ? "" : Rounded.pValue(n.doubleValue()));
  }

  private static TableColumn<Difference, Outcome> outcome() {
    TableColumn<Difference, Outcome> column = new TableColumn<>("Outcome");
    column.setPrefWidth(100);
    column.setCellValueFactory(
        row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue().outcome()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Outcome outcome, boolean empty) {
                super.updateItem(outcome, empty);
                getStyleClass().removeIf(s -> s.startsWith("outcome-"));
                setText(empty || outcome == null ? null : CompareModel.words(outcome));
                if (outcome != null && !empty) {
                  getStyleClass().add("outcome-" + outcome.word());
                }
              }
            });
    return column;
  }

  private ContextMenu menu() {
    MenuItem copy = new MenuItem("Copy the whole table as CSV");
    copy.setOnAction(event -> Clipboards.text(csv()));
    MenuItem save = new MenuItem("Save as CSV …");
    save.setOnAction(event -> save());
    MenuItem rows = new MenuItem("Show the rows in B");
    rows.setDisable(true);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            d -> rows.setDisable(d == null || !links.atHand() || !(d.subject() instanceof Slice)));
    rows.setOnAction(
        event -> {
          Difference d = table.getSelectionModel().getSelectedItem();
          if (d != null && d.subject() instanceof Slice slice) {
            links.open(RowQuery.of(slice.key()));
          }
        });
    return new ContextMenu(rows, copy, save);
  }

  /// What is shown now, in its order, as CSV.
  String csv() {
    return ComparisonCsv.of(List.copyOf(table.getItems()));
  }

  void save() {
    List<Difference> shown = List.copyOf(table.getItems());
    Saving.ask(table.getScene().getWindow(), "comparison.csv", "CSV", "*.csv")
        .ifPresent(
            file ->
                tasks.start(
                    "Writing " + file.getFileName(),
                    item -> {
                      AtomicFiles.export(
                          file, ComparisonCsv.of(shown).getBytes(StandardCharsets.UTF_8));
                      return file;
                    },
                    written -> {}));
  }

  /// A row that explains itself.
  private static final class Explained extends TableRow<Difference> {

    private final Tooltip tooltip = new Tooltip();

    Explained() {
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(460);
      tooltip.setShowDuration(Duration.seconds(30));
      tooltip.setOnShowing(
          event -> tooltip.setText(getItem() == null ? "" : CompareModel.explained(getItem())));
    }

    @Override
    protected void updateItem(@Nullable Difference d, boolean empty) {
      super.updateItem(d, empty);
      setTooltip(empty || d == null ? null : tooltip);
      setAccessibleText(
          empty || d == null
              ? null
              : CompareModel.words(d.outcome())
                  + ", "
                  + ComparisonWords.name(d)
                  + ", "
                  + ComparisonWords.about(d)
                  + ", "
                  + ComparisonWords.difference(d));
    }
  }
}
