package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Draws the README's picture of the window from the application itself.
@Tag("pictures")
class ReadmePictureTest {

  @Test
  void thePictureOfTheWindowIsDrawn() throws Exception {
    SampleWindow sample = SampleWindow.get();
    WindowDriver driver = sample.driver();
    driver.go(new Place.Run(sample.run()));
    await(() -> driver.shows("#document-tabs"));
    TabPane tabs = (TabPane) driver.find("#document-tabs");
    on(
        () -> {
          tabs.getTabs().stream()
              .filter(t -> "tab-fairness".equals(t.getId()))
              .findFirst()
              .ifPresent(t -> tabs.getSelectionModel().select(t));
          return true;
        });
    driver.settle();
    Path picture = Path.of(System.getProperty("assay.root"), "packaging", "images", "window.png");
    Pictures.write(driver.shot(1280, 800), picture);
    assertThat(Files.size(picture)).isGreaterThan(20_000);
  }
}
