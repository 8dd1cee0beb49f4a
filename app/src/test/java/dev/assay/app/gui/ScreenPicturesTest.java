package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

/// Pictures of every screen and tab, light on a small screen and dark on a large one, in
/// `target/screens`.
class ScreenPicturesTest {

  private static final Map<LookChoice, double[]> SIZES =
      Map.of(
          LookChoice.LIGHT, new double[] {1280, 800}, LookChoice.DARK, new double[] {1920, 1080});

  @Test
  void everyScreenIsDrawnInBothLooks() throws Exception {
    SampleWindow sample = SampleWindow.get();
    AtomicInteger drawn = new AtomicInteger();
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      show(sample, look);
      String suffix = "-" + look.name().toLowerCase(Locale.ROOT);
      sample.everywhere(
          name -> {
            double[] size = Objects.requireNonNull(SIZES.get(look));
            WritableImage shot = sample.driver().shot(size[0], size[1]);
            String folder = (int) size[0] + "x" + (int) size[1] + suffix;
            Pictures.write(shot, Path.of("target", "screens", folder, name + ".png"));
            assertThat(isDrawn(shot)).as(name).isTrue();
            drawn.incrementAndGet();
          });
    }
    show(sample, LookChoice.LIGHT);
    System.out.println("screens: " + drawn + " pictures");
    assertThat(drawn.get()).isGreaterThan(80);
  }

  private static void show(SampleWindow sample, LookChoice look) throws Exception {
    on(
        () -> {
          sample.driver().window().themes().choice().set(look);
          return true;
        });
  }

  /// A picture shows something: the middle of the page is not of one colour.
  private static boolean isDrawn(WritableImage shot) {
    PixelReader pixels = shot.getPixelReader();
    int first = pixels.getArgb(260, 120);
    for (int y = 120; y < shot.getHeight() - 60; y += 3) {
      for (int x = 260; x < shot.getWidth() - 20; x += 3) {
        if (pixels.getArgb(x, y) != first) {
          return true;
        }
      }
    }
    return false;
  }
}
