package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.inference.tokenize.Encoded;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolingTest {

  /// A text of two tokens and one of three, filled up with 9s to four places.
  private static final double[] TOKENS = {
    1, 2, 3, 4, 9, 9, 9, 9,
    1, 0, 0, 1, 2, 2, 9, 9
  };

  private static final List<Encoded> TEXTS = List.of(text(3), text(2));
  private static final int[] BATCH = {1, 0};

  @Test
  void meansLeaveOutPlacesThatOnlyFillUp() {
    double[] pooled = new Pooling(false).of(TOKENS, TEXTS, BATCH, 2, 4);

    assertThat(pooled).containsExactly(new double[] {2, 3, 1, 1}, within(1e-15));
  }

  @Test
  void theFirstTokenStandsForTheTextWhenAskedFor() {
    double[] pooled = new Pooling(true).of(TOKENS, TEXTS, BATCH, 2, 4);

    assertThat(pooled).containsExactly(1, 2, 1, 0);
  }

  @Test
  void cosinesCompareTheTwoTextsOfEachRow() {
    TokenRows rows =
        TokenRows.each(List.of(text(1), text(1), text(1)), List.of(text(1), text(1), text(1)));
    double[] vectors = {3, 4, 6, 8, 1, 0, 1, 1, 0, 0, 5, 5};

    double[] cosines = Pooling.cosines(rows, vectors);

    assertThat(cosines[0]).isEqualTo(1);
    assertThat(cosines[1]).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(cosines[2]).isNaN();
  }

  private static Encoded text(int tokens) {
    return new Encoded(new long[tokens], new long[tokens], false);
  }
}
