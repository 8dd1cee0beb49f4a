package dev.assay.app.gui.dataset;

import dev.assay.app.gui.table.Tables;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// An empty table of the rows of a dataset: columns with a field for a condition above each.
final class RowTable {

  /// Columns that are shown at most.
  static final int MOST_COLUMNS = 200;

  private static final int LONGEST_CELL = 200;
  private static final double WIDTH = 140;
  private static final double INSETS = 18;

  private RowTable() {}

  /// @param specs columns to show, in order
  /// @param values their values
  /// @param filter told what is typed into the field of a column
  static TableView<Integer> of(
      List<ColumnSpec> specs, Map<String, Column> values, BiConsumer<String, String> filter) {
    TableView<Integer> table = Tables.of("Rows", "No row fulfils the conditions.");
    table.getStyleClass().add("filter-table");
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    TableColumn<Integer, String> number =
        Tables.text("row", 84, row -> String.format(java.util.Locale.ROOT, "%,d", row + 1L));
    number.setSortable(false);
    table.getColumns().add(number);
    table.fixedCellSizeProperty().subscribe(line -> widen(table, line.doubleValue()));
    for (ColumnSpec spec : specs) {
      table.getColumns().add(column(spec, values.get(spec.name()), filter));
    }
    return table;
  }

  /// Columns are as many lines wide as they were, whatever the size of type.
  private static void widen(TableView<Integer> table, double line) {
    if (line > 0) {
      table.getColumns().forEach(c -> c.setPrefWidth(c.getGraphic() == null ? 3 * line : 5 * line));
    }
  }

  private static TableColumn<Integer, String> column(
      ColumnSpec spec, @Nullable Column values, BiConsumer<String, String> filter) {
    String name = Visible.of(spec.name(), 40);
    TableColumn<Integer, String> column = new TableColumn<>(name);
    column.setPrefWidth(WIDTH);
    column.setSortable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(values == null ? "" : shown(values, cell.getValue())));
    boolean number = spec.type() == ColumnType.INTEGER || spec.type() == ColumnType.NUMBER;
    column.setCellFactory(ignored -> new Cell(number));
    TextField field = new TextField();
    field.getStyleClass().add("row-filter");
    field.setPromptText(number ? ">= 30" : "contains");
    field.setAccessibleText("Condition for " + name);
    field.setTooltip(
        new Tooltip("A part of the text, = Black, != Black, >= 30, 30 .. 40, missing"));
    field.textProperty().subscribe((before, now) -> filter.accept(spec.name(), now));
    field.prefWidthProperty().bind(column.widthProperty().subtract(INSETS));
    column.setGraphic(field);
    return column;
  }

  private static String shown(Column values, int row) {
    String text = values.text(row);
    return text == null ? "" : Visible.of(text, LONGEST_CELL);
  }

  /// Numbers stand at the right.
  private static final class Cell extends TableCell<Integer, String> {

    Cell(boolean number) {
      setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
    }
  }
}
