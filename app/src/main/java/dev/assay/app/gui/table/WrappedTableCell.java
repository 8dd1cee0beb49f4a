package dev.assay.app.gui.table;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A cell whose words wrap instead of being cut.
///
/// @param <R> a line of the table
public final class WrappedTableCell<R> extends TableCell<R, String> {

  private final Text words = new Text();

  /// Empty at first.
  public WrappedTableCell() {
    words.getStyleClass().add("text-run");
    words
        .wrappingWidthProperty()
        .bind(
            widthProperty().subtract(Bindings.selectDouble(insetsProperty(), "left").multiply(2)));
    getStyleClass().add("flow");
    words.wrappingWidthProperty().subscribe(width -> remeasure());
  }

  /// In another width the words may take more lines than the row was measured for.
  private void remeasure() {
    if (getTableRow() != null) {
      getTableRow().requestLayout();
    }
  }

  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    words.setText(text);
    setGraphic(empty || text == null ? null : words);
  }
}
