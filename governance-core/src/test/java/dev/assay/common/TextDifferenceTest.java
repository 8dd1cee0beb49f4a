package dev.assay.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.common.TextDifference.Change;
import dev.assay.common.TextDifference.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDifferenceTest {

  @Test
  void wordsSaysWhichWordsWereReplaced() {
    assertThat(TextDifference.words("at most 10 percent", "at most 12 percent"))
        .containsExactly(
            new Piece(Change.SAME, "at most "),
            new Piece(Change.REMOVED, "10"),
            new Piece(Change.ADDED, "12"),
            new Piece(Change.SAME, " percent"));
  }

  @Test
  void linesKeepsLinesWhole() {
    assertThat(TextDifference.lines("a\nb\nc", "a\nB\nc"))
        .containsExactly(
            new Piece(Change.SAME, "a\n"),
            new Piece(Change.REMOVED, "b\n"),
            new Piece(Change.ADDED, "B\n"),
            new Piece(Change.SAME, "c"));
  }

  @Test
  void equalTextsAreOnePieceAndEmptyOnesNone() {
    assertThat(TextDifference.words("same", "same"))
        .containsExactly(new Piece(Change.SAME, "same"));
    assertThat(TextDifference.words("", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'new words'",
    "'old words', ''",
    "'a b c d', 'd c b a'",
    "'tab\there\r\nline', 'tab here\nline ü 👩‍🔬'"
  })
  void piecesPutTogetherGiveEitherText(String before, String after) {
    List<Piece> pieces = TextDifference.words(before, after);

    assertThat(together(pieces, Change.ADDED)).isEqualTo(before);
    assertThat(together(pieces, Change.REMOVED)).isEqualTo(after);
  }

  @Test
  void longTextsAreComparedByLines() {
    String before = "word ".repeat(9_000) + "\nlast";
    List<Piece> pieces = TextDifference.words(before, before + " line");

    assertThat(pieces).last().isEqualTo(new Piece(Change.ADDED, "last line"));
  }

  private static String together(List<Piece> pieces, Change without) {
    return pieces.stream()
        .filter(p -> p.change() != without)
        .map(Piece::text)
        .collect(Collectors.joining());
  }
}
