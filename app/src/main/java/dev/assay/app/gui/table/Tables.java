package dev.assay.app.gui.table;

import dev.assay.app.gui.part.Clipboards;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Tables that sort, and copy with their headers.
public final class Tables {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private Tables() {}

  /// A table.
  ///
  /// @param empty what to say when there is nothing in it
  public static <R> TableView<R> of(String name, String empty) {
    TableView<R> table = new TableView<>();
    table.setAccessibleText(name);
    table.setPlaceholder(new Label(empty));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setOnKeyPressed(
        event -> {
          if (COPY.match(event)) {
            copy(table);
          }
        });
    new TableMenu<>(table).install();
    return table;
  }

  /// Opens the selected row with Enter or a double click.
  public static <R> void onOpen(TableView<R> table, Consumer<R> open) {
    Runnable selected =
        () -> {
          R row = table.getSelectionModel().getSelectedItem();
          if (row != null) {
            open.accept(row);
          }
        };
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            selected.run();
          }
        });
    table.setOnKeyReleased(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            selected.run();
          }
        });
  }

  /// A column of texts.
  public static <R> TableColumn<R, String> text(
      String heading, double width, Function<R, String> value) {
    TableColumn<R, String> column = new TableColumn<>(heading);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    return column;
  }

  /// A column of numbers, right-aligned.
  ///
  /// @param shown the number as it stands in the cell
  public static <R> TableColumn<R, Number> number(
      String heading, double width, Function<R, Number> value, Function<Number, String> shown) {
    TableColumn<R, Number> column = new TableColumn<>(heading);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setCellFactory(
        c ->
            new TableCell<>() {
              {
                setAlignment(Pos.CENTER_RIGHT);
              }

              @Override
              protected void updateItem(@Nullable Number number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? null : shown.apply(number));
              }
            });
    return column;
  }

  /// The selected rows with their headings, separated by tabs.
  public static <R> void copy(TableView<R> table) {
    Clipboards.text(new TableMenu<>(table).tabbed(true));
  }
}
