package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody looks at the images behind a number.
class ImageRowsTest {

  @TempDir Path folder;

  @Test
  void theRowsOfAnImageModelShowTheirImages() throws Exception {
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.size(1280, 800);
      AssayWindow window = driver.window();
      on(
          () ->
              window
                  .session()
                  .evaluate(
                      request(),
                      run ->
                          window
                              .navigator()
                              .go(new Place.Rows(run.id(), RowQuery.of(SliceKey.WHOLE)))));
      await(() -> driver.shows("#example-rows"));
      await(() -> pictures(driver) > 5);
      await(() -> driver.shows("#row-picture"));
      Image before = on(() -> ((ImageView) root(driver).lookup("#row-picture")).getImage());
      assertThat(before.getWidth()).isPositive();
      assertThat(before.getPixelReader()).isNotNull();
      driver.obeysTheRules("image-rows");

      TableView<?> rows = (TableView<?>) driver.find("#example-rows");
      on(
          () -> {
            rows.requestFocus();
            return true;
          });
      driver.press(KeyCode.END);
      await(
          () ->
              on(
                  () ->
                      root(driver).lookup("#row-picture") instanceof ImageView view
                          && view.getImage() != before));
      await(() -> pictures(driver) > 5);
      for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
        on(
            () -> {
              window.themes().choice().set(look);
              return true;
            });
        driver.picture("image-rows-" + look.name().toLowerCase(java.util.Locale.ROOT));
      }
    }
  }

  private static Node root(WindowDriver driver) {
    return driver.window().scene().getRoot();
  }

  /// Cells that show an image now.
  private static long pictures(WindowDriver driver) throws Exception {
    return on(
        () ->
            root(driver).lookupAll(".thumbnail .image-view").stream()
                .filter(n -> n instanceof ImageView view && view.getImage() != null)
                .count());
  }

  private static EvaluateRequest request() {
    Path data = Corpus.path("datasets/digits_test.csv");
    return EvaluateRequest.of(data)
        .model(Corpus.path("models/digits_cnn.onnx"))
        .device("cpu")
        .checks(List.of("none"))
        .depth(1)
        .timeoutSeconds(120)
        .command(List.of("evaluate", "--data", data.toString()))
        .build();
  }
}
