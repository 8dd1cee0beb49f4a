package dev.assay.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a number speaks of, inside a sentence.
class SliceWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.25 to 0.75 | ' (0.25 to 0.75)'",
        "0.25 to 0.75, step 2 | ' (0.25 to 0.75, step 2)'",
        "quantile 0.9 | ' (quantile 0.9)'",
        "step 3 | ' (step 3)'",
        "high | ' of class high'",
        "18 to 25 | ' of class 18 to 25'"
      })
  void whatForecastsSpeakOfIsNoClass(String target, String words) {
    assertThat(SliceWords.ofClass(target)).isEqualTo(words);
  }
}
