package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// Icons are as large as the words beside them.
class IconSizeTest {

  @Test
  void iconsGrowWithTheType() throws Exception {
    WindowDriver driver = SampleWindow.get().driver();
    driver.go(new Place.Start());
    double usual = height(driver, 1);
    double large = height(driver, 2);
    height(driver, 1);
    driver.picture("icons");

    assertThat(
            on(
                () ->
                    ((Text) driver.window().scene().getRoot().lookup(".icon"))
                        .getFont()
                        .getFamily()))
        .isEqualTo("FeatherIcons");
    assertThat(usual).isBetween(10.0, 22.0);
    assertThat(large).isBetween(1.8 * usual, 2.2 * usual);
  }

  private static double height(WindowDriver driver, double scale) throws Exception {
    on(
        () -> {
          driver.window().themes().scale().set(scale);
          return true;
        });
    driver.settle();
    return on(
        () -> driver.window().scene().getRoot().lookup(".icon").getLayoutBounds().getHeight());
  }
}
