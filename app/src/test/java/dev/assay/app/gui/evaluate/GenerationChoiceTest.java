package dev.assay.app.gui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.CausalModel;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.model.ModelReader;
import dev.assay.usecase.GenerationAsked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationChoiceTest {

  @TempDir static Path folder;
  private static OpenModel causal;

  private final GenerationChoice choice = new GenerationChoice();

  @BeforeAll
  static void model() throws IOException {
    Path model = CausalModel.copy("gpt2", folder.resolve("gpt2"));
    causal = new OpenModel(model, ModelReader.read(model));
  }

  @BeforeEach
  void choose() {
    choice.fit(causal, null);
  }

  @Test
  void nothingIsSaidWhereNothingIsChosen() {
    assertThat(choice.causal().get()).isTrue();
    assertThat(choice.words()).isEmpty();
    assertThat(choice.asked()).isEqualTo(GenerationAsked.GUESSED);
  }

  @Test
  void nothingIsAskedOfAnotherModel() {
    choice.kind().set(Kind.GENERATE);
    choice.sampled().set(true);
    choice.temperature().set("nonsense");

    choice.fit(null, null);

    assertThat(choice.causal().get()).isFalse();
    assertThat(choice.hindrance()).isEmpty();
    assertThat(choice.words()).isEmpty();
    assertThat(choice.asked()).isEqualTo(GenerationAsked.GUESSED);
  }

  @Test
  void whatIsAskedAndItsCommandSayTheSame() {
    choice.kind().set(Kind.GENERATE);
    choice.prompt().set("q");
    choice.answer().set("a");
    choice.sampled().set(true);
    choice.tokens().set(" 6 ");
    choice.temperature().set(".8");
    choice.topK().set("20");
    choice.topP().set("0.9");
    choice.stops().set("\\n\nEND");

    Decoding decoding = new Decoding(6, 0.8, 20, 0.9, List.of("\n", "END"), 0);
    assertThat(choice.asked())
        .isEqualTo(new GenerationAsked(Kind.GENERATE, "q", List.of(), "a", decoding));
    assertThat(String.join(" ", choice.words()))
        .isEqualTo(
            "--ask generate --prompt q --answer a --max-new-tokens 6 --temperature 0.8"
                + " --top-k 20 --top-p 0.9 --stop \\n --stop END");

    GenerationChoice again = new GenerationChoice();
    again.fit(causal, null);
    again.repeat(choice.asked());
    assertThat(again.asked()).isEqualTo(choice.asked());
    assertThat(again.words()).isEqualTo(choice.words());
  }

  @Test
  void whatSaysNothingToTheQuestionIsNotAsked() {
    choice.choices().setAll("x", "y");
    choice.sampled().set(true);
    choice.temperature().set("nonsense");
    choice.kind().set(Kind.LIKELIHOOD);

    assertThat(choice.hindrance()).isEmpty();
    assertThat(choice.asked())
        .isEqualTo(new GenerationAsked(Kind.LIKELIHOOD, null, List.of(), null, Decoding.GREEDY));
    assertThat(choice.words()).containsExactly("--ask", "likelihood");
    choice.kind().set(Kind.CHOICES);
    assertThat(choice.words()).containsExactly("--ask", "choices", "--choices", "x,y");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.7, '', '', New tokens: 1 or more.",
    "many, 0.7, '', '', New tokens: 1 or more.",
    "6, 0, '', '', Temperature: above 0.",
    "6, '', '', '', Temperature: above 0.",
    "6, -1, '', '', Temperature: above 0.",
    "6, 0.7, x, '', 'Top-k: a whole number, or empty.'",
    "6, 0.7, '', 0, 'Top-p: above 0, at most 1, or empty.'",
    "6, 0.7, '', 1.1, 'Top-p: above 0, at most 1, or empty.'",
    "6, 0.7, 3, 0.5, ''"
  })
  void aValueThatMakesNoSenseHindersWithOneSentence(
      String tokens, String temperature, String topK, String topP, String sentence) {
    choice.sampled().set(true);
    choice.tokens().set(tokens);
    choice.temperature().set(temperature);
    choice.topK().set(topK);
    choice.topP().set(topP);

    assertThat(choice.hindrance()).isEqualTo(sentence);
  }

  @Test
  void fieldsOfDrawsDoNotHinderGreedyAnswers() {
    choice.temperature().set("nonsense");

    assertThat(choice.hindrance()).isEmpty();
    assertThat(choice.asked().decoding()).isEqualTo(Decoding.GREEDY);
  }
}
