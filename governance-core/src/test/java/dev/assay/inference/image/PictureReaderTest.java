package dev.assay.inference.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.Cancelled;
import dev.assay.inference.PictureRequest;
import dev.assay.inference.Pictures.Picture;
import dev.assay.work.Cancellation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureReaderTest {

  @TempDir Path folder;

  private List<Picture> read(int edge, String... paths) {
    return PictureReader.read(new PictureRequest(folder, List.of(paths), edge), new Cancellation())
        .pictures();
  }

  private void write(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, new Color(200, 10, 30).getRGB());
      }
    }
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  @Test
  void imagesFitTheEdgeAndSmallOnesStayAsTheyAre() throws IOException {
    write("wide.png", 400, 100);
    write("thin.png", 1, 900);
    write("small.png", 8, 6);

    List<Picture> pictures = read(96, "wide.png", "thin.png", "small.png");

    assertThat(pictures.get(0).width()).isEqualTo(96);
    assertThat(pictures.get(0).height()).isEqualTo(24);
    assertThat(pictures.get(1).width()).isEqualTo(1);
    assertThat(pictures.get(1).height()).isEqualTo(96);
    assertThat(pictures.get(2).width()).isEqualTo(8);
    assertThat(pictures.get(2).height()).isEqualTo(6);
    assertThat(pictures)
        .allSatisfy(
            picture -> {
              assertThat(picture.hindrance()).isEmpty();
              assertThat(picture.values()).hasSize(picture.width() * picture.height() * 3);
              assertThat(picture.values()).startsWith((byte) 200, (byte) 10, (byte) 30);
            });
  }

  @Test
  void whatCannotBeReadSaysWhyAndTheOthersAreShown() throws IOException {
    write("good.png", 2, 2);
    Files.writeString(folder.resolve("bad.png"), "no image");

    List<Picture> pictures = read(96, "bad.png", "good.png", "none.png", "../outside.png", "");

    assertThat(pictures.get(1).width()).isEqualTo(2);
    assertThat(pictures.stream().map(Picture::hindrance))
        .containsExactly(
            "it is damaged or of no kind that can be read",
            "",
            "there is no such file",
            "it lies outside the dataset's folder",
            "there is no such file");
  }

  @Test
  void readingStopsWhenItIsCancelled() throws IOException {
    write("good.png", 2, 2);
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(
            () ->
                PictureReader.read(
                    new PictureRequest(folder, List.of("good.png"), 96), cancellation))
        .isInstanceOf(Cancelled.class);
  }

  @Test
  void moreThanAnAnswerHoldsIsRefused() {
    assertThatThrownBy(() -> new PictureRequest(folder, List.of("x"), 4_000))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
