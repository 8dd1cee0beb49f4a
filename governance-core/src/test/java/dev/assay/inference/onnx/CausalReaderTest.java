package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.CausalModel;
import dev.assay.MaskedModel;
import dev.assay.common.InputRejected;
import dev.assay.inference.ContinueRequest;
import dev.assay.inference.Continued;
import dev.assay.inference.Continued.Piece;
import dev.assay.inference.Continued.Word;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Single texts, token by token, against transformers.
class CausalReaderTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "llama"})
  void whatIsWrittenGreedilyIsThatOfTransformersAndEachTokenTheLikeliest(String name)
      throws IOException {
    JsonNode first = golden(name).path("greedy").path(0);

    Continued written = read(model(name), first.path("prompt").asString(), null, greedy(12));

    assertThat(written.text()).isEqualTo(first.path("text").asString());
    assertThat(written.pieces().stream().map(Piece::id).toList())
        .isEqualTo(first.path("ids").valueStream().map(JsonNode::asLong).toList());
    for (Piece piece : written.pieces()) {
      assertThat(piece.rank()).isEqualTo(1);
      assertThat(piece.likeliest()).hasSize(5);
      assertThat(piece.likeliest().getFirst().probability())
          .isCloseTo(piece.probability(), within(1e-9));
      assertThat(piece.likeliest().stream().mapToDouble(Word::probability).sum())
          .isLessThanOrEqualTo(1 + 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "llama"})
  void tokensOfATextAddUpToItsLikelihoodAndToItself(String name) throws IOException {
    Path model = model(name);
    for (JsonNode pair : golden(name).path("pairs")) {
      String text = pair.path("continuation").asString();

      Continued weighed = read(model, pair.path("context").asString(), text, Decoding.GREEDY);

      assertThat(weighed.pieces()).hasSize(pair.path("tokens").asInt());
      assertThat(weighed.logLikelihood() / weighed.pieces().size())
          .isCloseTo(pair.path("loglik").asDouble() / weighed.pieces().size(), within(1e-5));
      assertThat(weighed.text().strip()).isEqualTo(text.strip());
    }
  }

  @Test
  void longTextsAreWeighedInWindowsAsInARun() throws IOException {
    Path model = model("gpt2");
    for (JsonNode text : golden("gpt2").path("rolling")) {
      Continued weighed = read(model, null, text.path("text").asString(), Decoding.GREEDY);

      assertThat(weighed.pieces()).hasSize(text.path("tokens").asInt());
      assertThat(weighed.perplexity())
          .isCloseTo(
              Math.exp(-text.path("loglik").asDouble() / text.path("tokens").asInt()),
              within(1e-2));
      assertThat(weighed.text()).isEqualTo(text.path("text").asString());
      assertThat(weighed.left()).isZero();
    }
  }

  @Test
  void drawnTextsDependOnTheSeedAndProbabilitiesAreTheModelsOwn() throws IOException {
    Path model = model("gpt2");
    Continued once = read(model, "The cat", null, sampled(7));

    assertThat(read(model, "The cat", null, sampled(7))).isEqualTo(once);
    assertThat(read(model, "The cat", null, sampled(8)).text()).isNotEqualTo(once.text());
    Continued same = read(model, "The cat", once.text(), Decoding.GREEDY);
    assertThat(once.logLikelihood() / once.pieces().size()).isLessThan(0);
    assertThat(same.text().strip()).isEqualTo(once.text().strip());
  }

  @Test
  void whatCannotBeContinuedIsOneSentence() throws IOException {
    Path model = model("gpt2");

    assertThatThrownBy(() -> read(model, "word ".repeat(500), null, greedy(12)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The prompt has ")
        .hasMessageContaining("tokens, and the model can place");
    assertThatThrownBy(() -> read(model, "The", " ", Decoding.GREEDY))
        .hasMessageContaining("There is no text to weigh.");
    assertThatThrownBy(
            () -> read(MaskedModel.in(folder.resolve("masked")), "The", null, greedy(12)))
        .hasMessageContaining("does not go on with texts");
  }

  private Continued read(
      Path model, @Nullable String prompt, @Nullable String text, Decoding decoding) {
    return CausalReader.read(
        new ContinueRequest(model, prompt, text, decoding, 5, 1),
        Progress.NONE,
        new Cancellation());
  }

  private static Decoding greedy(int tokens) {
    return new Decoding(tokens, 0, 0, 1, List.of(), 0);
  }

  private static Decoding sampled(long seed) {
    return new Decoding(12, 1, 0, 1, List.of(), seed);
  }

  private Path model(String name) throws IOException {
    return CausalModel.copy(name, folder.resolve(name));
  }

  private static JsonNode golden(String name) throws IOException {
    try (InputStream in =
        CausalReaderTest.class.getResourceAsStream(
            "/dev/assay/inference/causal/transformers.json")) {
      return new JsonMapper().readTree(in).path(name);
    }
  }
}
