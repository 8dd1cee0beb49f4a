package dev.assay.inference.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorruptionTest {

  private static final int SIDE = 32;

  private static Pixels picture(int channels) {
    byte[] values = new byte[SIDE * SIDE * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (60 + (i / channels % SIDE) * 3 + (i / (channels * SIDE) % 7) * 9);
    }
    return new Pixels(SIDE, SIDE, channels, values);
  }

  private static Pixels changed(Corruption kind, int severity, long seed, Pixels image) {
    String cell = new Corruption.Change(kind, severity, seed).text();
    return Corruption.Change.of(cell).orElseThrow().of(image);
  }

  private static double distance(Pixels a, Pixels b) {
    return IntStream.range(0, a.values().length)
        .mapToDouble(i -> Math.pow((a.values()[i] & 0xFF) - (b.values()[i] & 0xFF), 2))
        .sum();
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeGrowsWithSeverityAndFollowsItsSeed(Corruption kind) {
    for (int channels : new int[] {1, 3}) {
      Pixels image = picture(channels);
      double last = 0;
      for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
        Pixels worse = changed(kind, severity, 5, image);
        assertThat(worse.values()).hasSameSizeAs(image.values());
        assertThat(worse.values()).isEqualTo(changed(kind, severity, 5, image).values());
        assertThat(distance(image, worse)).isGreaterThan(last);
        last = distance(image, worse);
      }
    }
  }

  @Test
  void contrastKeepsTheMeanAndBrightnessKeepsTheHue() {
    Pixels two = new Pixels(2, 1, 1, new byte[] {100, (byte) 200});
    assertThat(changed(Corruption.CONTRAST, 1, 0, two).values())
        .containsExactly((byte) 130, (byte) 170);
    Pixels colour = new Pixels(1, 1, 3, new byte[] {100, 50, 0});
    // value 100/255 rises by 0.2: 151; the others in proportion
    assertThat(changed(Corruption.BRIGHTNESS, 2, 0, colour).values())
        .containsExactly((byte) 151, (byte) 76, (byte) 0);
  }

  @Test
  void anEvenImageStaysEvenUnderBlurAndRotation() {
    byte[] even = new byte[9 * 9];
    java.util.Arrays.fill(even, (byte) 77);
    Pixels image = new Pixels(9, 9, 1, even);
    assertThat(changed(Corruption.BLUR, 5, 0, image).values()).containsOnly(77);
    assertThat(changed(Corruption.ROTATION, 5, 0, image).values()).containsOnly(77);
  }

  @Test
  void anEmptyCellChangesNothing() {
    assertThat(Corruption.Change.of("")).isEmpty();
  }
}
