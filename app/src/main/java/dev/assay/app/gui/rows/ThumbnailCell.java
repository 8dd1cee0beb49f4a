package dev.assay.app.gui.rows;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/// A cell that shows the image of its row.
final class ThumbnailCell extends TableCell<Integer, Integer> {

  private final Thumbnails images;
  private final ImageView view = new ImageView();

  ThumbnailCell(Thumbnails images) {
    this.images = images;
    view.setPreserveRatio(true);
    view.fitHeightProperty().bind(heightProperty().multiply(0.86));
    view.fitWidthProperty().bind(widthProperty().multiply(0.86));
    setAlignment(Pos.CENTER);
    getStyleClass().add("thumbnail");
  }

  @Override
  protected void updateItem(@Nullable Integer row, boolean empty) {
    super.updateItem(row, empty);
    view.setImage(empty || row == null ? null : images.of(row));
    setGraphic(empty ? null : view);
    setAccessibleText(empty || row == null ? "" : "Image of row " + (row + 1));
  }
}
