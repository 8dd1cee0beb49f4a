package dev.assay.check.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static Optional<String> made(Change change, String text) {
    return change.of(text, new SplittableRandom(7));
  }

  @Test
  void typosSwapTwoLettersInsideOneWordAndAreTheSameForTheSameSeed() {
    String text = "this is wonderful";
    String changed = made(new Change.Typos(), text).orElseThrow();

    assertThat(changed).isNotEqualTo(text).hasSameSizeAs(text);
    assertThat(changed.chars().sorted().toArray()).isEqualTo(text.chars().sorted().toArray());
    assertThat(made(new Change.Typos(), text)).contains(changed);
    assertThat(made(new Change.Typos(), "a be see")).isEmpty();
  }

  @Test
  void caseMarksAndSpacesChangeOnlyThemselves() {
    assertThat(made(new Change.Case(true), "Ab c")).contains("AB C");
    assertThat(made(new Change.Case(false), "ab c")).isEmpty();
    assertThat(made(new Change.EndMarks(), "Well done!!")).contains("Well done");
    assertThat(made(new Change.EndMarks(), "Well done")).contains("Well done.");
    assertThat(made(new Change.Spaces(), "a b")).contains("a  b");
  }

  @Test
  void contractionsAreWrittenOutOrElseMade() {
    assertThat(made(new Change.Contractions(), "It isn’t good")).contains("It is not good");
    assertThat(made(new Change.Contractions(), "They are here")).contains("They're here");
    assertThat(made(new Change.Contractions(), "Nothing here")).isEmpty();
  }

  @Test
  void replacingKeepsToWholeWordsAndToCapitals() {
    Change change = new Change.Replace(List.of(new Change.Pair("movie", "film")));

    assertThat(made(change, "Movie of movies, MOVIE")).contains("Film of movies, FILM");
  }

  @Test
  void swappingTakesTheLongestTermAndMendsItsArticle() {
    Terms terms = new Terms(List.of("american", "african american", "white"));
    Terms.Slot slot = terms.first("He is an African American man").orElseThrow();

    assertThat(slot.term()).isEqualTo("African American");
    assertThat(slot.with("white")).isEqualTo("He is a White man");
    assertThat(slot.skeleton())
        .isEqualTo(terms.first("He is a white man").orElseThrow().skeleton());
    assertThat(terms.first("whiteboard")).isEmpty();
    assertThat(made(new Change.Swap(terms), "a white cat").orElseThrow()).doesNotContain("white");
  }

  @Test
  void termsThatOftenMeanSomethingElseAreNotFoundAndStillTakeThePlaceOfOthers() {
    Terms terms = new Terms(List.of("old", "teenage"), List.of("old"));

    assertThat(terms.first("my old order")).isEmpty();
    assertThat(made(new Change.Swap(terms), "a teenage boy")).contains("an old boy");
  }

  @Test
  void templatesGiveEveryFillingOrADrawOfThem() {
    Templates templates =
        new Templates(
            List.of("{who} is a {how} {who}", "plain"),
            Map.of("who", List.of("Ed", "Bo"), "how", List.of("idle", "big", "odd")));

    assertThat(templates.expand(100, 1))
        .hasSize(7)
        .contains("Ed is an idle Ed", "Bo is a big Bo", "plain");
    assertThat(templates.expand(4, 1)).hasSize(3).isEqualTo(templates.expand(4, 1));
    assertThat(templates.expand(100, 1)).containsAll(templates.expand(4, 1));
  }
}
