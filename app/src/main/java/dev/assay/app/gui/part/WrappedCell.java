package dev.assay.app.gui.part;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of a list whose text wraps at the list's width and is as high as it then needs.
///
/// @param <T> what a line shows
public abstract class WrappedCell<T> extends ListCell<T> {

  private static final double SCROLL_BAR = 20;

  private final ListView<T> view;
  private final VBox box;

  /// @param view the list that it is a line of
  /// @param spacing between the parts
  protected WrappedCell(ListView<T> view, double spacing) {
    this.view = view;
    this.box = new VBox(spacing);
    box.setMaxWidth(Region.USE_PREF_SIZE);
    view.widthProperty().subscribe(width -> fit());
    insetsProperty().subscribe(insets -> fit());
  }

  /// The parts, one below the other.
  protected final void show(Node... parts) {
    box.getChildren().setAll(parts);
  }

  /// Fills the parts.
  ///
  /// @return what a screen reader says
  protected abstract String fill(T item);

  @Override
  protected final void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    boolean blank = empty || item == null;
    setAccessibleText(blank ? "" : fill(item));
    setGraphic(blank ? null : box);
  }

  @Override
  protected double computePrefHeight(double width) {
    return getGraphic() == null
        ? super.computePrefHeight(width)
        : snappedTopInset() + box.prefHeight(box.getPrefWidth()) + snappedBottomInset();
  }

  private void fit() {
    double room = view.getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
    if (room > 0 && room != box.getPrefWidth()) {
      box.setPrefWidth(room);
      requestLayout();
    }
  }
}
