package dev.assay.app.gui.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.explain.TextExplanation;
import dev.assay.explain.TextExplanation.Word;
import dev.assay.inference.Attention;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsPaneTest {

  private static final Word SO = new Word(0, 2, -0.1);
  private static final Word VILE = new Word(3, 7, 0.6);

  private static TextExplanation explanation(Word... words) {
    return new TextExplanation(
        "so vile", List.of("a", "b"), List.of(0.2, 0.8), 1, List.of(words), 0, List.of());
  }

  @Test
  void linesAreThickerTheMoreAWordAddsAndThereAreNoneWhereNoWordMatters() {
    TextExplanation one = explanation(SO, VILE);

    assertThat(WordsPane.level(one, VILE)).isEqualTo(3);
    assertThat(WordsPane.level(one, SO)).isEqualTo(1);
    Word tiny = new Word(0, 2, 0.004);
    assertThat(WordsPane.level(explanation(tiny), tiny)).isZero();
  }

  @Test
  void wordsAndAttentionAreSaidInWords() {
    assertThat(WordsPane.inWords(explanation(SO, VILE)))
        .isEqualTo("Words that matter most: vile +0.600, so −0.100.");
    TextExplanation attended =
        explanation(SO, VILE)
            .with(
                new Attention(
                    List.of(
                        new Attention.Piece(-1, -1, 0.5),
                        new Attention.Piece(0, 2, 0.1),
                        new Attention.Piece(3, 5, 0.3),
                        new Attention.Piece(5, 7, 0.1))));
    assertThat(attended.attention()).containsExactly(0.2, 0.8);
    assertThat(WordsPane.attention(attended)).contains("vile 80", "so 20");
  }
}
