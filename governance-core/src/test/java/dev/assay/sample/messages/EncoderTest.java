package dev.assay.sample.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Slopes that are carried backward are those that small steps show.
class EncoderTest {

  private static final double STEP = 1e-5;

  @Test
  void slopesAgreeWithDifferencesOfTheLoss() {
    Encoder encoder = new Encoder(20, 5);
    int[] text = {2, 7, 19, 7, 11, 3};
    Training.loss(encoder, text, true);
    Map<String, double[]> slopes = new HashMap<>();
    encoder.weights().forEach((name, m) -> slopes.put(name, m.slope.clone()));

    encoder
        .weights()
        .forEach(
            (name, m) -> {
              double[] slope = slopes.get(name);
              for (int i = 0; i < m.value.length; i += 1 + m.value.length / 12) {
                double kept = m.value[i];
                m.value[i] = kept + STEP;
                double above = Training.loss(encoder, text, true);
                m.value[i] = kept - STEP;
                double below = Training.loss(encoder, text, true);
                m.value[i] = kept;
                assertThat(slope[i])
                    .as(name + " " + i)
                    .isCloseTo((above - below) / (2 * STEP), within(1e-7));
              }
            });
  }

  @Test
  void lossFallsWhenAnEncoderIsTaught() {
    int[] yes = {2, 7, 8, 3};
    int[] no = {2, 9, 10, 11, 3};

    Encoder taught =
        Training.train(java.util.List.of(yes, no), new boolean[] {true, false}, 12, 60, 5);

    assertThat(Training.urgency(taught.answers(new Tape(), yes))).isGreaterThan(0.95);
    assertThat(Training.urgency(taught.answers(new Tape(), no))).isLessThan(0.05);
  }
}
