package dev.assay.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.8731650390025183; 0.873",
        "0; 0.000",
        "-0.0; 0.000",
        "-0.0004999; −0.0005",
        "0.00041; 0.00041",
        "0.0000000412; 4.1 × 10⁻⁸",
        "-0.128; −0.128",
        "9.9995; 10.00",
        "12.3456; 12.35",
        "123.456; 123.5",
        "1234.56; 1,234.6",
        "1490400; 1,490,400",
        "0.0005; 0.001",
        "0.9999; 1.000"
      })
  void numberKeepsWhatMattersWhenRounded(double value, String shown) {
    assertThat(Rounded.number(value)).isEqualTo(shown);
  }

  @Test
  void percentNeverSaysNothingOrAllWhereItIsNot() {
    assertThat(Rounded.percent(0)).isEqualTo("0.0\u00A0%");
    assertThat(Rounded.percent(1e-7)).isEqualTo("<\u00A00.1\u00A0%");
    assertThat(Rounded.percent(0.99999)).isEqualTo(">\u00A099.9\u00A0%");
    assertThat(Rounded.percent(1)).isEqualTo("100.0\u00A0%");
  }

  @Test
  void rangeSaysToWhenAnEndIsNegative() {
    assertThat(Rounded.range(0.1, 0.2)).isEqualTo("0.100\u00A0–\u00A00.200");
    assertThat(Rounded.range(-0.1, 0.2)).isEqualTo("−0.100\u00A0to\u00A00.200");
  }

  @Test
  void settingStaysAsItWasChosen() {
    assertThat(Rounded.setting(0.5)).isEqualTo("0.5");
    assertThat(Rounded.setting(0.05)).isEqualTo("0.05");
    assertThat(Rounded.setting(100)).isEqualTo("100");
    assertThat(Rounded.setting(1_234_567)).isEqualTo("1,234,567");
    assertThat(Rounded.setting(-12_345.25)).isEqualTo("−12,345.25");
    assertThat(Rounded.level(0.95)).isEqualTo("95\u00A0%");
    assertThat(Rounded.level(0.999)).isEqualTo("99.9\u00A0%");
  }

  @Test
  void otherNumbersReadAsPeopleWriteThem() {
    assertThat(Rounded.count(16_281)).isEqualTo("16,281");
    assertThat(Rounded.count(2.5)).isEqualTo("2.500");
    assertThat(Rounded.count(-3.0)).isEqualTo("−3");
    assertThat(Rounded.signed(0.1)).isEqualTo("+0.100");
    assertThat(Rounded.pValue(0.00001)).isEqualTo("<\u00A00.001");
    assertThat(Rounded.pValue(0.0314)).isEqualTo("0.031");
    assertThat(Rounded.bytes(412_733)).isEqualTo("412.7 kB");
    assertThat(Rounded.minute(Instant.parse("2026-11-21T14:02:11Z")))
        .isEqualTo("21 November 2026, 14:02 UTC");
  }
}
