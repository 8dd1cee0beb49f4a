package dev.assay.inference.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ImageReading.Convention;
import dev.assay.model.ImageReading.Resize;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Byte for byte what Pillow makes of the same files.
class PillowTest {

  @TempDir Path folder;

  private static Stream<JsonNode> resized() {
    return ImageGoldens.read().all("resized");
  }

  private static Stream<JsonNode> exif() {
    return ImageGoldens.read().all("exif");
  }

  private static Stream<JsonNode> modes() {
    return ImageGoldens.read().all("modes");
  }

  @ParameterizedTest
  @MethodSource("resized")
  void resizeGivesTheBytesOfPillow(JsonNode golden) throws Exception {
    Pixels image = read(ImageGoldens.read().image(folder), 3);

    Pixels resized =
        Resampler.resize(
            image,
            golden.path("width").asInt(),
            golden.path("height").asInt(),
            Resize.valueOf(golden.path("filter").asString()));

    assertThat(resized.values()).isEqualTo(ImageGoldens.bytes(golden.path("values")));
  }

  @ParameterizedTest
  @MethodSource("exif")
  void readTurnsAnImageUprightAsPillowsTransposeDoes(JsonNode golden) throws Exception {
    Pixels png = read(ImageGoldens.write(folder.resolve("x.png"), golden.path("png")), 3);
    Pixels jpeg = read(ImageGoldens.write(folder.resolve("x.jpg"), golden.path("jpeg")), 3);

    assertThat(png.width()).isEqualTo(golden.path("width").asInt());
    assertThat(png.height()).isEqualTo(golden.path("height").asInt());
    assertThat(png.values()).isEqualTo(ImageGoldens.bytes(golden.path("values")));
    byte[] expected = ImageGoldens.bytes(golden.path("jpegValues"));
    for (int i = 0; i < expected.length; i++) {
      assertThat(jpeg.values()[i] & 0xFF)
          .isBetween((expected[i] & 0xFF) - 3, (expected[i] & 0xFF) + 3);
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void readConvertsEveryColourModeAsPillowDoes(JsonNode golden) throws Exception {
    Path file = ImageGoldens.write(folder.resolve("x.png"), golden.path("png"));

    assertThat(read(file, 3).values()).isEqualTo(ImageGoldens.bytes(golden.path("rgb")));
    assertThat(read(file, 1).values()).isEqualTo(ImageGoldens.bytes(golden.path("grey")));
  }

  @Test
  void goldensCoverEveryFilterAndOrientation() {
    assertThat(resized().map(g -> g.path("filter").asString()).distinct())
        .hasSize(Resize.values().length - 1);
    assertThat(exif()).hasSize(8);
  }

  private static Pixels read(Path file, int channels) throws UnreadableImage {
    Path folder = file.getParent();
    return new ImageDecoder(new ImageFiles(folder), Convention.TRANSFORMERS)
        .read(String.valueOf(file.getFileName()), channels);
  }
}
