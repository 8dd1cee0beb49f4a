package dev.assay.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          Nithum is vile|Nihtum is vile|Nihtum
          He is vile|He is not vile|not
          He is a vile man|He is a veil man|veil
          He is vile|He is vile. Stop it.|. Stop it.
          He is vile|HE IS VILE|
          שלום is vile|שלום is veil|
          """)
  void whatDiffersIsSetOffAsWholeWordsAndNothingIsLost(
      String original, String changed, String strong) {
    Text text = ChangedText.of(original, changed);

    assertThat(text.plain()).isEqualTo(changed);
    assertThat(
            text.parts().stream()
                .filter(Inline.Strong.class::isInstance)
                .map(part -> part.words().strip()))
        .isEqualTo(strong == null ? java.util.List.of() : java.util.List.of(strong));
  }
}
