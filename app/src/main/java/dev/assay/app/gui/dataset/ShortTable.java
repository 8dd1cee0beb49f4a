package dev.assay.app.gui.dataset;

import javafx.scene.control.TableView;

/// A table as high as its lines, up to a number of them; it grows with the size of type.
final class ShortTable {

  private static final int MOST_LINES = 12;
  private static final double HEADING = 1.9;

  private ShortTable() {}

  static void fit(TableView<?> table) {
    table.getStyleClass().add("scaled-table");
    double lines = Math.min(MOST_LINES, table.getItems().size()) + HEADING;
    table.prefHeightProperty().bind(table.fixedCellSizeProperty().multiply(lines));
    table.minHeightProperty().bind(table.prefHeightProperty());
  }
}
