package dev.assay.app.gui.table;

import dev.assay.app.gui.dialog.Saving;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.common.AtomicFiles;
import dev.assay.common.Csv;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/// What can be taken from a table, at full precision: the selected rows for a spreadsheet, or all
/// of them as a file. The menu is made when it is first asked for.
final class TableMenu<R> {

  /// What a spreadsheet takes at once.
  private static final int MOST_ROWS = 1_000_000;

  private final TableView<R> table;

  TableMenu(TableView<R> table) {
    this.table = table;
  }

  /// Rows that a table stands for when it holds only those in view.
  ///
  /// @param all every one, in order
  /// @param selected those that are selected
  record Rows<R>(Supplier<List<R>> all, Supplier<List<R>> selected) {}

  /// Tells a table which rows it stands for.
  static <R> void of(TableView<R> table, Rows<R> rows) {
    table.getProperties().put(Rows.class, rows);
  }

  /// The property is only ever set above, for the same table.
  @SuppressWarnings("unchecked")
  private Rows<R> rows() {
    return table.getProperties().get(Rows.class) instanceof Rows<?> known
        ? (Rows<R>) known
        : new Rows<>(
            table::getItems, () -> List.copyOf(table.getSelectionModel().getSelectedItems()));
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
    boolean nothing = rows().selected().get().isEmpty();
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
    for (R row : rows().selected().get()) {
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
    for (R row : rows().all().get().stream().limit(MOST_ROWS).toList()) {
      for (TableColumn<R, ?> column : columns()) {
        if (value(column, row) instanceof Number number) {
          double value = number.doubleValue();
          csv.number(Double.isNaN(value) ? null : (Double) value);
        } else {
          csv.text(cell(column, row));
        }
      }
      csv.end();
    }
    return csv.finish();
  }

  private List<TableColumn<R, ?>> columns() {
    return table.getVisibleLeafColumns();
  }

  private static <R> @Nullable Object value(TableColumn<R, ?> column, R row) {
    ObservableValue<?> value = column.getCellObservableValue(row);
    return value == null ? null : value.getValue();
  }

  private static <R> String cell(TableColumn<R, ?> column, R row) {
    Object value = value(column, row);
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
        .ifPresent(file -> AtomicFiles.export(file, csv().getBytes(StandardCharsets.UTF_8)));
  }
}
