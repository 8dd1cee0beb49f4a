package dev.assay.app.gui.regime;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.table.Tables;
import dev.assay.regime.Coverage;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// How much of a clause's evidence is there, as a mark.
final class StateCell extends TableCell<Coverage.Row, String> {

  private static final double WIDTH = 115;

  /// The column of these marks.
  static TableColumn<Coverage.Row, String> column() {
    TableColumn<Coverage.Row, String> column =
        Tables.text("State", WIDTH, row -> CoverageModel.mark(row.state()));
    column.setCellFactory(c -> new StateCell());
    return column;
  }

  @Override
  protected void updateItem(@Nullable String words, boolean empty) {
    super.updateItem(words, empty);
    Coverage.Row row = getTableRow() == null ? null : getTableRow().getItem();
    setGraphic(
        empty || words == null || row == null ? null : Parts.badge(words, kind(row.state())));
  }

  private static String kind(Coverage.State state) {
    return switch (state) {
      case COVERED -> "pass";
      case PARTLY -> "neutral";
      case GAP -> "attention";
    };
  }
}
