package dev.assay.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import org.junit.jupiter.api.Test;

class HolmTest {

  private static final Limit AT_MOST = new Limit(null, 0.1, "", Limit.By.DIFFERENCE);
  private static final Limit BETWEEN = new Limit(-0.1, 0.1, "", Limit.By.DIFFERENCE);

  @Test
  void pValueIsThatOfTheNormalDistribution() {
    // An interval whose end touches the limit has the one-sided p-value (1 − level) / 2.
    assertThat(Holm.pValue(0.2, new Interval(0.1, 0.3, 0.95, "x"), AT_MOST))
        .isCloseTo(0.025, within(1e-9));
    assertThat(Holm.pValue(0.2, new Interval(0.1, 0.3, 0.9, "x"), AT_MOST))
        .isCloseTo(0.05, within(1e-9));
    assertThat(Holm.pValue(-0.2, new Interval(-0.3, -0.1, 0.95, "x"), BETWEEN))
        .isCloseTo(0.025, within(1e-9));
    // Twice as far: z = 3.92.
    assertThat(Holm.pValue(0.3, new Interval(0.2, 0.4, 0.95, "x"), AT_MOST))
        .isCloseTo(4.427e-5, within(1e-7));
  }

  @Test
  void pValueIsOneWhereTheLimitIsKeptAndNoughtWhereThereIsNoDoubt() {
    assertThat(Holm.pValue(0.1, new Interval(0, 0.3, 0.95, "x"), AT_MOST)).isEqualTo(1);
    assertThat(Holm.pValue(0.2, new Interval(0.2, 0.2, 0.95, "x"), AT_MOST)).isZero();
  }
}
