package dev.assay.app.gui.rows;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.inference.PictureRequest;
import dev.assay.inference.Pictures.Picture;
import dev.assay.usecase.OpenRun;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The image of a row, as large as the pane beside the rows takes it; small images are enlarged
/// without being smoothed, so that their pixels can be seen.
final class PicturePane extends VBox {

  private static final Duration REST = Duration.millis(150);
  private static final double EDGE = 240;

  private final Session session;
  private final OpenRun open;
  private final int row;

  /// @param row data row, 0-based
  PicturePane(Session session, OpenRun open, int row) {
    super(4);
    this.session = session;
    this.open = open;
    this.row = row;
    getChildren().add(Parts.quiet("Reading the image …"));
    PauseTransition rest = new PauseTransition(REST);
    rest.setOnFinished(event -> ask());
    rest.play();
  }

  /// A row that was left again is not worth a worker.
  private void ask() {
    if (getScene() == null) {
      return;
    }
    session
        .tasks()
        .start(
            "Reading the image of row " + (row + 1),
            item ->
                session
                    .wiring()
                    .rowPictures()
                    .of(open, List.of(row), PictureRequest.LONGEST, item.cancellation()),
            pictures -> show(pictures.getFirst()));
  }

  private void show(Picture picture) {
    Image image = Thumbnails.image(picture);
    if (image == null) {
      getChildren().setAll(Parts.text("The image cannot be shown: " + picture.hindrance() + "."));
      return;
    }
    ImageView view = new ImageView(enlarged(image));
    view.setId("row-picture");
    view.setPreserveRatio(true);
    view.setFitWidth(EDGE);
    view.setFitHeight(EDGE);
    view.setAccessibleText("Image of row " + (row + 1));
    getChildren().setAll(view);
  }

  /// A small image in whole multiples of its pixels; a large one as it is.
  private static Image enlarged(Image image) {
    int times = (int) (EDGE / Math.max(image.getWidth(), image.getHeight()));
    if (times < 2) {
      return image;
    }
    int width = (int) image.getWidth() * times;
    int height = (int) image.getHeight() * times;
    PixelReader from = image.getPixelReader();
    WritableImage large = new WritableImage(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        large.getPixelWriter().setArgb(x, y, from.getArgb(x / times, y / times));
      }
    }
    return large;
  }
}
