package dev.assay.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.inference.TextScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class OcclusionTest {

  private final List<List<String>> asked = new ArrayList<>();

  private TextScorer model(ToDoubleFunction<String> bad) {
    return texts -> {
      asked.add(texts);
      return new TextScorer.Answers(
          List.of("good", "bad"),
          texts.stream()
              .map(t -> new double[] {1 - bad.applyAsDouble(t), bad.applyAsDouble(t)})
              .toArray(double[][]::new));
    };
  }

  @Test
  void wordsAddWhatTheScoreLosesWithoutThemAndTheModelIsAskedOnce() {
    TextExplanation explanation =
        Occlusion.of(
            "You are vile, not nice.",
            model(t -> 0.2 + (t.contains("vile") ? 0.7 : 0) - (t.contains("nice") ? 0.1 : 0)),
            "");

    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst())
        .contains("are vile, not nice.", "You are , not nice.", "You are vile, not nice");
    assertThat(explanation.explainedClass()).isEqualTo("bad");
    assertThat(explanation.score()).isCloseTo(0.8, within(1e-9));
    assertThat(explanation.words().stream().map(explanation::word))
        .containsExactly("You", "are", "vile", ",", "not", "nice", ".");
    List<TextExplanation.Word> most = explanation.most(2);
    assertThat(explanation.word(most.getFirst())).isEqualTo("vile");
    assertThat(most.getFirst().contribution()).isCloseTo(0.7, within(1e-9));
    assertThat(most.getLast().contribution()).isCloseTo(-0.1, within(1e-9));
    assertThat(explanation.restsOnNoSingleWord()).isFalse();
  }

  @Test
  void anotherClassIsExplainedWhenItIsNamedAndAnUnknownOneIsRefused() {
    TextScorer model = model(t -> t.contains("vile") ? 0.9 : 0.1);

    assertThat(Occlusion.of("vile man", model, " GOOD ").words().getFirst().contribution())
        .isCloseTo(-0.8, within(1e-9));
    assertThatThrownBy(() -> Occlusion.of("vile", model, "ugly"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ugly");
  }

  @Test
  void scriptsWithoutSpacesAreTakenApartByCharacterAndOthersByWord() {
    TextExplanation explanation = Occlusion.of("naïve don’t 서윤 日本 ok", model(t -> 0.5), "bad");

    assertThat(explanation.words().stream().map(explanation::word))
        .containsExactly("naïve", "don’t", "서윤", "日", "本", "ok");
    assertThat(explanation.restsOnNoSingleWord()).isTrue();
  }

  @Test
  void longTextsAreExplainedAtTheirBeginningAndSaySo() {
    TextExplanation explanation = Occlusion.of("w ".repeat(500), model(t -> 0.5), "");

    assertThat(explanation.words()).hasSize(Occlusion.MOST_WORDS);
    assertThat(explanation.left()).isEqualTo(100);
  }
}
