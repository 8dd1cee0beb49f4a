package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.inference.image.Framing;
import dev.assay.inference.image.ImageDecoder;
import dev.assay.inference.image.ImageFiles;
import dev.assay.inference.image.ImageGoldens;
import dev.assay.inference.image.Pixels;
import dev.assay.model.ImageReading.Resize;
import dev.assay.model.ImageReading.Size;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProcessorNodesTest {

  private static final ImageShape ANY = new ImageShape(true, 3, 0, 0);

  @TempDir Path folder;

  private static Stream<JsonNode> processors() {
    return ImageGoldens.read().all("processors");
  }

  @ParameterizedTest
  @MethodSource("processors")
  void readingGivesTheNumbersOfTransformers(JsonNode golden) throws Exception {
    ImageGoldens.read().image(folder);
    ImageReading reading = new ProcessorNodes(golden.path("config")).reading(ANY);

    Pixels framed =
        new Framing(reading)
            .of(
                new ImageDecoder(new ImageFiles(folder), reading.convention())
                    .read("image.png", 3));

    assertThat(framed.height()).isEqualTo(golden.path("shape").path(1).asInt());
    assertThat(framed.width()).isEqualTo(golden.path("shape").path(2).asInt());
    FloatBuffer expected =
        ByteBuffer.wrap(ImageGoldens.bytes(golden.path("values"))).asFloatBuffer();
    int stride = golden.path("stride").asInt();
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < framed.height(); y += stride) {
        for (int x = 0; x < framed.width(); x += stride) {
          assertThat(reading.value(framed.at(x, y, c), c)).isCloseTo(expected.get(), within(1e-6));
        }
      }
    }
    assertThat(expected.hasRemaining()).isFalse();
  }

  @Test
  void aNumberAsSizeMeansWhatTheClassMeansByIt() {
    ImageReading square = reading("'feature_extractor_type': 'ViTFeatureExtractor', 'size': 24");
    ImageReading edge =
        reading("'feature_extractor_type': 'CLIPFeatureExtractor', 'size': 30, 'crop_size': 24");

    assertThat(square.height()).isEqualTo(24);
    assertThat(square.shortestEdge()).isNull();
    assertThat(edge.shortestEdge()).isEqualTo(30);
    assertThat(edge.width()).isEqualTo(24);
  }

  @Test
  void readingTakesTheGraphsSizeWhereNothingIsResized() {
    ImageReading reading =
        new ProcessorNodes(json("'do_resize': false, 'do_normalize': false"))
            .reading(new ImageShape(false, 1, 8, 6));

    assertThat(reading.resize()).isEqualTo(Resize.NONE);
    assertThat(new Size(reading.height(), reading.width())).isEqualTo(new Size(8, 6));
    assertThat(reading.scale()).isEqualTo(1.0 / 255);
    assertThat(reading.channelsFirst()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'size': 24 | gives the size as one number
          'size': {'shortest_edge': 24} | cuts nothing out
          'size': {'shortest_edge': 24}, 'crop_size': 30 | cuts out more than it leaves
          'size': {'height': 24, 'width': 24}, 'crop_size': 30 | more than the image's new size
          'size': {'height': 24, 'width': 0} | has no size.width from 1 to 4096
          'size': {'height': 9000000000, 'width': 1} | has no size.height from 1 to 4096
          'size': {'shortest_edge': 24, 'longest_edge': 90} | limits the longer side
          'size': {'height': 24, 'width': 24}, 'do_flip_channel_order': true | do_flip_channel_order
          'size': {'height': 24, 'width': 24}, 'image_std': [1, 0, 1] | image_std, which is no list
          'size': {'height': 24, 'width': 24}, 'image_mean': [1, 2] | image_mean, which is no list
          'size': {'height': 24, 'width': 24}, 'rescale_factor': -1 | rescale_factor
          'size': {'height': 24, 'width': 24}, 'resample': 9 | 'resample'
          'do_resize': false | the graph says no size either
          'image_processor_type': 'LevitImageProcessor', 'size': {'height': 9, 'width': 9} | Levit
          """)
  void readingRefusesWhatItCannotFollow(String config, String why) {
    assertThatThrownBy(() -> reading(config.strip()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("preprocessor_config.json")
        .hasMessageContaining(why.strip());
  }

  @Test
  void readingRefusesASizeThatTheGraphDoesNotTake() {
    assertThatThrownBy(
            () ->
                new ProcessorNodes(json("'size': {'height': 24, 'width': 24}"))
                    .reading(new ImageShape(true, 3, 32, 32)))
        .hasMessageContaining("makes images of 24 × 24 pixels, and the graph takes 32 × 32");
  }

  private static ImageReading reading(String config) {
    return new ProcessorNodes(json(config)).reading(ANY);
  }

  private static JsonNode json(String config) {
    ObjectNode all = object("'resample': 2, 'image_mean': 0.5, 'image_std': 0.5");
    return all.setAll(object(config));
  }

  private static ObjectNode object(String fields) {
    return (ObjectNode) Json.mapper().readTree("{" + fields.replace('\'', '"') + "}");
  }
}
