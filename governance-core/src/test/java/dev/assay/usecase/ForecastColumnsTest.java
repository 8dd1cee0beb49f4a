package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastColumnsTest {

  @Test
  void columnsAreSortedByStepAndQuantile() {
    ForecastColumns found = in("y f2_q0.9 f1_q0.9 f1_q0.1 other f2_q0.1 f10x");

    assertThat(found.quantiles()).containsExactly(0.1, 0.9);
    assertThat(found.names())
        .containsExactly(List.of("f1_q0.1", "f1_q0.9"), List.of("f2_q0.1", "f2_q0.9"));
  }

  @Test
  void forecastsOfOneNumberHaveNoQuantiles() {
    assertThat(in("f1 f2 y").quantiles()).isEmpty();
    assertThat(in("f1 f2 y").names()).containsExactly(List.of("f1"), List.of("f2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          y g1              | No column holds a forecast: none is called 'f1' or 'f1_q0.5'.
          f1 f3             | There is a forecast 3 steps ahead and none for step 2.
          f0 f1             | There is a forecast 0 steps ahead and none for step 1.
          f1 f1_q0.9        | Column 'f1' names no quantile, and others of step 1 do.
          f1_q0.1 f1_q0.10  | Columns 'f1_q0.1' and 'f1_q0.10' say the same.
          f1_q0.1 f2_q0.2   | Step 2 has other quantiles than step 1.
          f1_q1.0           | Column 'f1_q1.0' names the quantile 1.0.
          f1_q0.1.2         | Column 'f1_q0.1.2' names the quantile 0.1.2.
          """)
  void columnsThatDoNotFitAreRefused(String names, String sentence) {
    assertThatThrownBy(() -> in(names))
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.sentence()).isEqualTo(sentence.strip()));
  }

  private static ForecastColumns in(String names) {
    return ForecastColumns.in(List.of(names.strip().split(" +")), "f");
  }
}
