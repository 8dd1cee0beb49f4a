package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLayoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1 3 224 224 | CHANNELS_FIRST
          -1 224 224 3 | CHANNELS_LAST
          -1 8 8 1     | CHANNELS_LAST
          -1 -1 -1 3   | CHANNELS_LAST
          -1 3 -1 -1   | CHANNELS_FIRST
          -1 -1 32 32  | CHANNELS_FIRST
          -1 32 32 -1  | CHANNELS_LAST
          """)
  void ofReadsWhereTheChannelsStand(String shape, ImageLayout expected) {
    assertThat(ImageLayout.of(input(shape))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1 -1 -1 -1", "-1 4 8 8"})
  void ofSaysNothingWhereTheShapeDoesNot(String shape) {
    assertThat(ImageLayout.of(input(shape))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1 3 224 3", "-1 1 28 1", "-1 3 -1 1"})
  void ofRefusesAShapeThatCanBeReadBothWays(String shape) {
    assertThatThrownBy(() -> ImageLayout.of(input(shape)))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.sentence())
                  .contains("may hold its channels in the second place or in the last");
              assertThat(e.remedy()).contains("NHWC");
            });
  }

  @Test
  void aShapeWithAllPlacesOpenIsThatOfTransformers() {
    ImageShape shape =
        ImageShape.of(input("-1 -1 -1 -1"), Json.mapper().readTree("{\"num_channels\": 1}"));

    assertThat(shape).isEqualTo(new ImageShape(true, 1, 0, 0));
    assertThat(ImageShape.of(input("-1 24 30 3"), Json.mapper().readTree("{}")))
        .isEqualTo(new ImageShape(false, 3, 24, 30));
  }

  private static ValueInfo input(String shape) {
    List<Long> places = Stream.of(shape.strip().split(" ")).map(Long::valueOf).toList();
    return new ValueInfo("pixels", ValueInfo.Form.TENSOR, ElementType.FLOAT, places);
  }
}
