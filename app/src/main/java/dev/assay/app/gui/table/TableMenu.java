package dev.assay.app.gui.table;

import dev.assay.app.gui.dialog.Saving;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.common.Csv;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;

/// What can be taken from a table, at full precision: the selected rows for a spreadsheet, or all
/// of them as a file. The menu is made when it is first asked for.
final class TableMenu<R> {

  /// What a spreadsheet takes at once.
  private static final int MOST_ROWS = 1_000_000;

  private final TableView<R> table;

  TableMenu(TableView<R> table) {
    this.table = table;
  }

  void install() {
    table.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          if (table.getContextMenu() == null && !event.isConsumed()) {
            menu().show(table, event.getScreenX(), event.getScreenY());
            event.consume();
          }
        });
  }

  private ContextMenu menu() {
    MenuItem selected = item("Copy with headings", () -> Clipboards.text(tabbed(true)));
    MenuItem bare = item("Copy", () -> Clipboards.text(tabbed(false)));
    MenuItem file = item("Save all rows as CSV …", this::save);
    boolean nothing = table.getSelectionModel().getSelectedIndices().isEmpty();
    selected.setDisable(nothing);
    bare.setDisable(nothing);
    return new ContextMenu(selected, bare, file);
  }

  private static MenuItem item(String title, Runnable act) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> act.run());
    return item;
  }

  /// The selected rows, separated by tabs.
  String tabbed(boolean headings) {
    StringBuilder text = new StringBuilder();
    if (headings) {
      text.append(String.join("\t", columns().stream().map(TableColumn::getText).toList()));
    }
    for (int row : table.getSelectionModel().getSelectedIndices()) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(
              String.join(
                  "\t", columns().stream().map(c -> cell(c, row).replace('\t', ' ')).toList()));
    }
    return text.toString();
  }

  /// All rows as comma-separated values with headings.
  String csv() {
    Csv csv = new Csv().header(columns().stream().map(TableColumn::getText).toList());
    IntStream.range(0, Math.min(MOST_ROWS, table.getItems().size()))
        .forEach(
            row -> {
              for (TableColumn<R, ?> column : columns()) {
                if (column.getCellData(row) instanceof Number number) {
                  double value = number.doubleValue();
                  csv.number(Double.isNaN(value) ? null : (Double) value);
                } else {
                  csv.text(cell(column, row));
                }
              }
              csv.end();
            });
    return csv.finish();
  }

  private List<TableColumn<R, ?>> columns() {
    return table.getVisibleLeafColumns();
  }

  private static String cell(TableColumn<?, ?> column, int row) {
    Object value = column.getCellData(row);
    return value == null || (value instanceof Number n && Double.isNaN(n.doubleValue()))
        ? ""
        : value.toString();
  }

  private void save() {
    String name = String.valueOf(table.getAccessibleText()).toLowerCase(java.util.Locale.ROOT);
    Saving.ask(
            table.getScene().getWindow(),
            name.replaceAll("[^a-z0-9]+", "-") + ".csv",
            "CSV",
            "*.csv")
        .ifPresent(file -> Saving.write(file, csv().getBytes(StandardCharsets.UTF_8)));
  }
}
