package dev.assay.inference.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ImageReading.Resize;
import org.junit.jupiter.api.Test;

/// Values worked out by hand from the filters' definitions.
class ResamplerTest {

  private static Pixels line(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Pixels(values.length, 1, 1, bytes);
  }

  private static int[] values(Pixels image) {
    int[] values = new int[image.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.values()[i] & 0xFF;
    }
    return values;
  }

  @Test
  void bilinearHalvesWithATriangleAsWideAsFourPixels() {
    // centre 1 of the first: weights 3/4·½, ... at distances ½ and 1½ of a triangle of reach 2:
    // 0.75 0.75 0.25 -> /1.75; the second mirrors it
    Pixels half = Resampler.resize(line(0, 100, 200, 100), 2, 1, Resize.BILINEAR);

    assertThat(values(half))
        .containsExactly(
            (int) Math.round((0.75 * 0 + 0.75 * 100 + 0.25 * 200) / 1.75),
            (int) Math.round((0.25 * 100 + 0.75 * 200 + 0.75 * 100) / 1.75));
  }

  @Test
  void bilinearDoublesBetweenNeighbours() {
    assertThat(values(Resampler.resize(line(0, 100), 4, 1, Resize.BILINEAR)))
        .containsExactly(0, 25, 75, 100);
  }

  @Test
  void bicubicOvershootsAndIsCutToBytes() {
    // at x = 0.75 between 0 and 255: weights of a = −0.5 at distances ¼ and ¾ (edges renormalise)
    int[] doubled = values(Resampler.resize(line(0, 0, 255, 255), 8, 1, Resize.BICUBIC));

    assertThat(doubled[0]).isZero();
    assertThat(doubled[2]).isZero();
    assertThat(doubled[7]).isEqualTo(255);
    assertThat(doubled[3] + doubled[4]).isEqualTo(255);
    double near = ((-0.5 + 2) * 0.25 - (-0.5 + 3)) * 0.25 * 0.25 + 1;
    double far = (((1.25 - 5) * 1.25 + 8) * 1.25 - 4) * -0.5;
    assertThat(doubled[4]).isEqualTo((int) Math.floor((near + far) * 255 + 0.5));
  }

  @Test
  void nearestTakesThePixelUnderTheMiddle() {
    assertThat(values(Resampler.resize(line(1, 2, 3, 4, 5), 2, 1, Resize.NEAREST)))
        .containsExactly(2, 4);
  }

  @Test
  void resizeKeepsAnEvenImageEven() {
    byte[] same = new byte[7 * 5 * 3];
    java.util.Arrays.fill(same, (byte) 200);
    for (Resize how : new Resize[] {Resize.NEAREST, Resize.BILINEAR, Resize.BICUBIC}) {
      assertThat(values(Resampler.resize(new Pixels(7, 5, 3, same), 4, 9, how)))
          .hasSize(4 * 9 * 3)
          .containsOnly(200);
    }
  }
}
