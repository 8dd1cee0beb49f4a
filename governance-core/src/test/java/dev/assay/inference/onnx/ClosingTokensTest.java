package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.inference.tokenize.Encoded;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTokensTest {

  private static final ClosingTokens BART = new ClosingTokens(List.of(2L));

  @Test
  void aTextWithTheClosingTokenInItIsNamedByItsRow() {
    TokenRows rows = TokenRows.whole(List.of(text(0, 5, 2), text(0, 2, 5, 2)));

    assertThatThrownBy(() -> BART.requireAsMany(rows, 512))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The text in row 514 has the model's closing token");
  }

  @Test
  void pairsThatAllHaveThreeAndModelsThatReadNoneAreLeftAlone() {
    TokenRows pairs = TokenRows.whole(List.of(text(0, 5, 2, 2, 6, 2), text(0, 2, 2, 2)));
    TokenRows mixed = TokenRows.whole(List.of(text(0, 2), text(0, 2, 2)));

    assertThatCode(() -> BART.requireAsMany(pairs, 0)).doesNotThrowAnyException();
    assertThatCode(() -> new ClosingTokens(List.of()).requireAsMany(mixed, 0))
        .doesNotThrowAnyException();
  }

  private static Encoded text(long... ids) {
    return new Encoded(ids, new long[ids.length], false);
  }
}
