package dev.assay.app.gui.rows;

import dev.assay.app.gui.session.Session;
import dev.assay.inference.PictureRequest;
import dev.assay.inference.Pictures.Picture;
import dev.assay.usecase.OpenRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Small images of the rows in view: those that are missing are asked for together once scrolling
/// rests, and the latest are kept.
final class Thumbnails {

  private static final Duration REST = Duration.millis(120);
  private static final int EDGE = 96;
  private static final int KEPT = 500;

  private final Session session;
  private final OpenRun open;
  private final Runnable changed;
  private final Map<Integer, Picture> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Picture> eldest) {
          return size() > KEPT;
        }
      };
  private final Set<Integer> missing = new LinkedHashSet<>();
  private final PauseTransition rest = new PauseTransition(REST);
  private boolean asking;

  /// @param changed told when there are more
  Thumbnails(Session session, OpenRun open, Runnable changed) {
    this.session = session;
    this.open = open;
    this.changed = changed;
    rest.setOnFinished(event -> ask());
  }

  /// The image of a row, absent while it is being read or when it cannot be.
  ///
  /// @param row data row, 0-based
  @Nullable Image of(int row) {
    Picture picture = kept.get(row);
    if (picture == null) {
      missing.add(row);
      rest.playFromStart();
      return null;
    }
    return image(picture);
  }

  /// The image, absent when it cannot be read.
  static @Nullable Image image(Picture picture) {
    if (picture.width() == 0) {
      return null;
    }
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getByteRgbInstance(),
            picture.values(),
            0,
            picture.width() * 3);
    return image;
  }

  /// Asks for nothing more.
  void close() {
    rest.stop();
    missing.clear();
  }

  private void ask() {
    if (asking || missing.isEmpty()) {
      return;
    }
    List<Integer> all = new ArrayList<>(missing);
    List<Integer> rows =
        List.copyOf(all.subList(Math.max(0, all.size() - PictureRequest.MOST), all.size()));
    missing.clear();
    asking = true;
    session
        .tasks()
        .start(
            "Reading images",
            item -> session.wiring().rowPictures().of(open, rows, EDGE, item.cancellation()),
            pictures -> {
              for (int i = 0; i < rows.size(); i++) {
                kept.put(rows.get(i), pictures.get(i));
              }
              changed.run();
            },
            this::next);
  }

  /// Goes on with what came into view meanwhile, whether the images were read or not: a worker that
  /// failed on some must not leave all later ones out.
  private void next() {
    asking = false;
    ask();
  }
}
