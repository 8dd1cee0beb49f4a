package dev.assay.check.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.MetricValue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PairedShiftsTest {

  @Test
  void shiftIsTheMeanDistanceFromTheTermsOfTheSameText() {
    PairedShifts shifts = new PairedShifts(new double[][] {{0.2, 0.4, 0.6}, {0.8, 0.9, 0.7}});

    assertThat(shifts.differences(0)).containsExactly(new double[] {-0.2, 0.0}, within(1e-12));
    assertThat(shifts.differences(1)).containsExactly(new double[] {0.0, 0.1}, within(1e-12));
  }

  @Test
  void fewTextsGiveNoShiftAndEqualOnesNoWidth() {
    assertThat(PairedShifts.shift(new double[9], 0.95, 1))
        .isEqualTo(new MetricValue.Undefined("only 9 texts, 10 are needed"));
    assertThat(PairedShifts.shift(new double[20], 0.95, 1)).isInstanceOf(MetricValue.Defined.class);
  }

  @Test
  void signTestIsExact() {
    assertThat(PairedShifts.signTest(new double[] {1, 1, 1, 1, 1, 0}))
        .isCloseTo(0.0625, within(1e-12));
    assertThat(PairedShifts.signTest(new double[] {1, -1})).isEqualTo(1);
    assertThat(PairedShifts.signTest(new double[] {0, 0})).isEqualTo(1);
  }

  @Test
  void intervalHoldsTheTruthAboutAsOftenAsItSays() {
    assertThat(coverage(60, 400)).isBetween(0.91, 0.98);
  }

  @Test
  @Tag("coverage")
  void intervalHoldsTheTruthAsOftenAsItSaysForMoreSizes() {
    assertThat(coverage(30, 4_000)).isBetween(0.925, 0.965);
    assertThat(coverage(240, 4_000)).isBetween(0.935, 0.965);
  }

  /// How often the interval holds the truth where half of the texts answer to the term at all and
  /// their answer is skewed: a score moves by the square of a uniform number.
  private static double coverage(int texts, int worlds) {
    SplittableRandom random = new SplittableRandom(texts);
    int held = 0;
    for (int world = 0; world < worlds; world++) {
      double[] differences = new double[texts];
      for (int i = 0; i < texts; i++) {
        double u = random.nextDouble();
        differences[i] = random.nextBoolean() ? u * u : 0;
      }
      MetricValue.Defined shift =
          (MetricValue.Defined) PairedShifts.shift(differences, 0.95, world);
      held += shift.interval().contains(1.0 / 6) ? 1 : 0;
    }
    return (double) held / worlds;
  }
}
