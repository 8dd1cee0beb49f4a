package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.MaskedModel;
import dev.assay.common.InputRejected;
import dev.assay.inference.MaskedAnswers;
import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.MaskedAnswers.Word;
import dev.assay.inference.MaskedRequest;
import dev.assay.inference.MaskedText;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A masked language model against torch and transformers; all texts of a kind are asked in one
/// batch, so that padding must not show.
class MaskedReaderTest {

  private static final int ALL_WORDS = 1_000;

  @TempDir Path folder;

  private Path model;

  @BeforeEach
  void copy() {
    model = MaskedModel.in(folder.resolve("m"));
  }

  @Test
  void wordsUnderTheMaskAreThoseOfTransformers() {
    JsonNode goldens = MaskedModel.goldens().path("fills");
    List<One> answers =
        ask(
            goldens
                .valueStream()
                .map(g -> fill(g.path("text").asString(), g.path("answer").asString()))
                .toList());

    for (int i = 0; i < goldens.size(); i++) {
      JsonNode golden = goldens.get(i);
      One answer = answers.get(i);
      assertThat(answer.status()).isEqualTo(Status.ASKED);
      assertThat(answer.rank()).isEqualTo(golden.path("rank").asInt());
      assertThat(answer.sum()).isCloseTo(golden.path("log_probability").asDouble(), within(1e-5));
      assertThat(answer.top().subList(0, 5).stream().map(Word::word).toList())
          .isEqualTo(golden.path("top").valueStream().map(JsonNode::asString).toList());
      assertThat(answer.top()).hasSize(golden.path("logits").size());
      assertThat(answer.top().stream().mapToDouble(Word::probability).sum())
          .isCloseTo(1, within(1e-12));
      double[] logits =
          golden.path("logits").valueStream().mapToDouble(JsonNode::asDouble).sorted().toArray();
      for (int w = 0; w < logits.length; w++) {
        assertThat(answer.top().get(w).logit())
            .isCloseTo(logits[logits.length - 1 - w], within(1e-5));
      }
    }
  }

  @Test
  void wholeTextsAreAsLikelyAsTorchSays() {
    JsonNode goldens = MaskedModel.goldens().path("texts");
    List<One> answers =
        ask(
            goldens
                .valueStream()
                .map(g -> new MaskedText(Kind.WHOLE, g.path("text").asString(), null))
                .toList());

    for (int i = 0; i < goldens.size(); i++) {
      assertThat(answers.get(i).logs()).hasSize(goldens.get(i).path("tokens").asInt());
      assertThat(answers.get(i).sum())
          .isCloseTo(goldens.get(i).path("pll").asDouble(), within(1e-4));
    }
  }

  @Test
  void pairsAreScoredAsCrowsPairsScoresThem() {
    JsonNode goldens = MaskedModel.goldens().path("pairs");
    List<One> answers =
        ask(
            goldens
                .valueStream()
                .map(g -> pair(g.path("first").asString(), g.path("second").asString()))
                .toList());

    for (int i = 0; i < goldens.size(); i++) {
      JsonNode golden = goldens.get(i);
      assertThat(answers.get(i).logs()).hasSize(golden.path("shared").asInt());
      assertThat(answers.get(i).sum())
          .isCloseTo(golden.path("first_score").asDouble(), within(1e-4));
      assertThat(answers.get(i).otherSum())
          .isCloseTo(golden.path("second_score").asDouble(), within(1e-4));
    }
  }

  @Test
  void associationsAreThoseOfTorch() {
    JsonNode goldens = MaskedModel.goldens().path("associations");
    List<One> answers =
        ask(
            goldens
                .valueStream()
                .map(
                    g ->
                        association(
                            g.path("text").asString(),
                            g.path("prior").asString(),
                            g.path("word").asString()))
                .toList());

    for (int i = 0; i < goldens.size(); i++) {
      assertThat(answers.get(i).sum())
          .isCloseTo(goldens.get(i).path("log_probability").asDouble(), within(1e-5));
      assertThat(answers.get(i).otherSum())
          .isCloseTo(goldens.get(i).path("log_prior").asDouble(), within(1e-5));
    }
    assertThat(
            ask(
                List.of(
                    association("[MASK] is kind.", "[MASK] is kind.", "she"),
                    association("the man said [MASK] is", "a [MASK] said that [MASK] was", "she"))))
        .allSatisfy(a -> assertThat(a.status()).isEqualTo(Status.NO_PRIOR));
  }

  private static MaskedText association(String text, String prior, String word) {
    return new MaskedText(Kind.ASSOCIATION, text, word, prior);
  }

  @Test
  void whatCannotBeAskedIsSaidRowByRow() {
    List<One> answers =
        ask(
            List.of(
                fill("she works here.", "nurse"),
                fill("[MASK] works as a [MASK].", "nurse"),
                fill("she works as a [MASK].", "works here"),
                fill("she works as a [MASK].", "zebra"),
                fill("she works as a [MASK].", null),
                fill(" ", "nurse"),
                fill("she said that " + "a ".repeat(40) + "[MASK]", "nurse"),
                new MaskedText(Kind.WHOLE, "she is a [MASK].", null),
                pair("he was here", ""),
                pair("he", "she")));

    assertThat(answers.stream().map(One::status).toList())
        .containsExactly(
            Status.NO_MASK,
            Status.SEVERAL_MASKS,
            Status.NOT_ONE_TOKEN,
            Status.UNKNOWN_ANSWER,
            Status.NO_ANSWER,
            Status.NO_TEXT,
            Status.TOO_LONG,
            Status.MASKED_ALREADY,
            Status.NO_TEXT,
            Status.NOTHING_TO_HIDE);
    assertThat(answers.get(3).top()).isNotEmpty();
    assertThat(answers.get(3).logs()).isEmpty();
  }

  @Test
  void aModelWithoutThatHeadIsOneSentence() throws IOException {
    Path config = model.resolve("config.json");
    Files.writeString(
        config, Files.readString(config).replace("BertForMaskedLM", "BertForTokenClassification"));

    assertThatThrownBy(() -> ask(List.of(fill("she is a [MASK].", null))))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The model is a BertForTokenClassification; only models of the kind");
  }

  @Test
  void aTokenizerWithoutMaskIsOneSentence() throws IOException {
    for (String file : List.of("tokenizer.json", "tokenizer_config.json")) {
      Path path = model.resolve(file);
      Files.writeString(
          path, Files.readString(path).replace("[MASK]", "[HIDE]").replace("mask_token", "x"));
    }

    assertThatThrownBy(() -> ask(List.of(fill("she is a [MASK].", null))))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("no token that stands for a hidden word");
  }

  @Test
  void sharedTokensAreTheLongestRunsFirst() {
    SharedTokens shared =
        SharedTokens.of(new long[] {1, 2, 3, 9, 4, 5}, new long[] {4, 5, 1, 2, 3, 8, 4});

    assertThat(shared.first()).containsExactly(0, 1, 2, 4);
    assertThat(shared.second()).containsExactly(2, 3, 4, 6);
    assertThat(SharedTokens.of(new long[] {1}, new long[] {2}).first()).isEmpty();
  }

  private static MaskedText fill(String text, @Nullable String answer) {
    return new MaskedText(Kind.FILL, text, answer);
  }

  private static MaskedText pair(String first, String second) {
    return new MaskedText(Kind.PAIR, first, second);
  }

  private List<One> ask(List<MaskedText> texts) {
    MaskedAnswers answers =
        MaskedReader.read(
            new MaskedRequest(model, texts, ALL_WORDS, 1), Progress.NONE, new Cancellation());
    assertThat(answers.answers()).hasSize(texts.size());
    assertThat(
            answers.answers().stream()
                .flatMap(a -> a.top().stream().map(Word::word))
                .collect(Collectors.toSet()))
        .doesNotContain("#0");
    return answers.answers();
  }
}
