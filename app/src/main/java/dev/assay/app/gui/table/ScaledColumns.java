package dev.assay.app.gui.table;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Columns as wide as the type is large. Widths are given for type of normal size; rows, whose
/// height the style sheet gives in ems, tell how large it is.
public final class ScaledColumns {

  private static final double ROW_EMS = 2.3;
  private static final double NORMAL_TYPE = 13;
  private static final Object GIVEN = "given-width";

  private ScaledColumns() {}

  /// Lets the columns of this table follow the size of type. Call it when all are there.
  public static void follow(TableView<?> table) {
    follow(table, ROW_EMS);
  }

  /// The same for rows of another height.
  ///
  /// @param ems height of a row by the style sheet, in ems
  public static void follow(TableView<?> table, double ems) {
    if (!table.getStyleClass().contains("scaled-table")) {
      table.getStyleClass().add("scaled-table");
    }
    table.getColumns().forEach(column -> column.getProperties().put(GIVEN, column.getPrefWidth()));
    table
        .fixedCellSizeProperty()
        .subscribe(
            row -> {
              if (row.doubleValue() > 0) {
                table.getColumns().forEach(c -> scale(c, row.doubleValue() / (ems * NORMAL_TYPE)));
              }
            });
  }

  private static void scale(TableColumn<?, ?> column, double factor) {
    if (column.getProperties().get(GIVEN) instanceof Double given) {
      column.setPrefWidth(given * factor);
    }
  }
}
