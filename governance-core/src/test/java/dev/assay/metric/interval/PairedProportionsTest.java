package dev.assay.metric.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.metric.Interval;
import org.junit.jupiter.api.Test;

/// The example of Fagerland, Lydersen and Laake 2013 (airway hyper-responsiveness of 21 children
/// before and after stem cell transplantation: 1 and 7 children differ).
class PairedProportionsTest {

  @Test
  void mcNemarGivesThePublishedMidPValue() {
    assertThat(PairedProportions.mcNemar(1, 7)).isEqualTo(0.0391, within(5e-5));
    assertThat(PairedProportions.mcNemar(7, 1)).isEqualTo(PairedProportions.mcNemar(1, 7));
    assertThat(PairedProportions.mcNemar(0, 0)).isEqualTo(1);
    assertThat(PairedProportions.mcNemar(4, 4)).isEqualTo(1);
  }

  @Test
  void mcNemarOfManyRowsAgreesWithTheNormalTest() {
    assertThat(PairedProportions.mcNemar(49_500, 50_400))
        .isEqualTo(PairedProportions.mcNemar(49_500.5, 50_400.5), within(2e-5));
  }

  @Test
  void tangoGivesThePublishedInterval() {
    Interval interval = PairedProportions.tango(7, 1, 21, 0.95);
    assertThat(interval.lower()).isEqualTo(-0.517, within(5e-4));
    assertThat(interval.upper()).isEqualTo(-0.026, within(5e-4));
  }

  @Test
  void tangoEndsWhereTheScoreTestIsJustSignificant() {
    double z = 1.959963984540054;
    Interval none = PairedProportions.tango(0, 0, 100, 0.95);
    assertThat(none.upper()).isEqualTo(z * z / (100 + z * z), within(1e-9));
    assertThat(none.lower()).isEqualTo(-none.upper());
    Interval edge =
        PairedProportions.tango(10, 10 + z * Math.sqrt(20 + z * z / 4) + z * z / 2, 400, 0.95);
    assertThat(edge.lower()).isEqualTo(0, within(1e-9));
    assertThat(PairedProportions.tango(0, 0, 0, 0.95)).isNull();
  }
}
