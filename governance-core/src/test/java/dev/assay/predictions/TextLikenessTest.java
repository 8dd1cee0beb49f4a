package dev.assay.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.common.Json;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TextLikenessTest {

  @Test
  void chrfIsThatOfSacrebleu() throws IOException {
    try (InputStream in =
        TextLikenessTest.class.getResourceAsStream("/dev/assay/inference/causal/sacrebleu.json")) {
      JsonNode golden = Json.mapper().readTree(in);
      assertThat(golden.path("pairs").size()).isEqualTo(9);
      for (JsonNode pair : golden.path("pairs")) {
        assertThat(
                TextLikeness.chrf(
                    pair.path("answer").asString(), pair.path("reference").asString()))
            .as(pair.toString())
            .isCloseTo(pair.path("chrf").asDouble(), within(1e-9));
      }
    }
  }

  /// Words of the answer {the cat sat on mat}, of the reference {cat is on the mat}: by SQuAD
  /// without articles 3 shared of 4 and 4.
  @ParameterizedTest
  @CsvSource({
    "The cat sat on the mat,cat is on the mat.,0,0.75,0.7272727272727273",
    "Paris!,paris,1,1,1",
    "the Paris,Paris,1,1,0.6666666666666666",
    "'',four,0,0,0",
    "'','',1,1,0",
    "d c b a,b c d,0,1,0.2857142857142857"
  })
  void wordsAreComparedAsSquadAndRougeDo(
      String answer, String reference, double exact, double f1, double rouge) {
    assertThat(TextLikeness.exactMatch(answer, reference)).isEqualTo(exact);
    assertThat(TextLikeness.f1(answer, reference)).isCloseTo(f1, within(1e-12));
    assertThat(TextLikeness.rougeL(answer, reference)).isCloseTo(rouge, within(1e-12));
  }
}
