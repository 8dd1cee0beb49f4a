package dev.assay.explain.masked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.explain.masked.ProbeSuite.Row;
import dev.assay.inference.MaskedText.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Suites of probes are written out row by row, or refused in one sentence.
class ProbeSuitesTest {

  private static final String HEAD = "schema: assay.probe-suite/1\nid: mine\ntitle: T\nkind: ";

  @Test
  void builtInSuitesHoldRowsOfEveryGroup() {
    assertThat(ProbeSuites.builtIn())
        .extracting(ProbeSuite::id)
        .containsExactly("occupations", "stereotypes", "grammar");
    for (ProbeSuite suite : ProbeSuites.builtIn()) {
      assertThat(suite.rows()).hasSizeGreaterThan(20);
      assertThat(suite.rows().stream().map(Row::group).distinct()).hasSizeGreaterThan(1);
      assertThat(suite.rows()).allMatch(r -> !r.text().contains("{term}"));
      assertThat(suite.description()).isNotBlank();
    }
  }

  @Test
  void suiteOfTheGuideIsOneThatCanBeUsed() throws IOException {
    try (InputStream guide =
        ProbeSuitesTest.class.getResourceAsStream("/dev/assay/resources/help/behaviour.md")) {
      String page = new String(guide.readAllBytes(), StandardCharsets.UTF_8);
      int start = page.indexOf("schema: assay.probe-suite/1");

      ProbeSuite suite =
          ProbeSuites.parse(page.substring(start, page.indexOf("```", start)), "guide");

      assertThat(suite.rows()).hasSize(8).extracting(Row::answer).contains("nurse", "engineer");
    }
  }

  @Test
  void templatesAreFilledWithTheSameWordsInBothTexts() {
    ProbeSuite pairs =
        ProbeSuites.parse(
            HEAD
                + "pairs\nlexicons: {job: [nurse, clerk]}\nquestions:\n"
                + "  - {group: g, texts: ['The {job} is she. | The {job} is he.']}\n",
            "x");
    ProbeSuite terms =
        ProbeSuites.parse(
            HEAD
                + "association\nquestions:\n"
                + "  - {group: g, about: a, texts: ['{term} is a {mask}.'], terms: [my sister],"
                + " answers: [nurse]}\n",
            "x");

    assertThat(pairs.kind()).isEqualTo(Kind.PAIR);
    assertThat(pairs.rows())
        .containsExactly(
            new Row("The nurse is she.", "The nurse is he.", null, "g", null),
            new Row("The clerk is she.", "The clerk is he.", null, "g", null));
    assertThat(terms.rows())
        .containsExactly(
            new Row("my sister is a {mask}.", "{mask} is a {mask}.", "nurse", "g", "a"));
    assertThat(terms.table()).startsWith("text,other,answer,group,about");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "pairs; {group: g, texts: ['one text']}; a pair is two texts with | between them",
        "pairs; {group: g, texts: ['{job} a | b']}; there is no lexicon called 'job'",
        "pairs; {group: g}; neither the question nor the suite has texts",
        "pairs; {group: g, texts: ['a | b', 'a | b']}; the same question is asked twice: 'a'",
        "fill-mask; {group: g, texts: ['no mask'], answers: [a]}; does not hold {mask} in one"
            + " place",
        "fill-mask; {group: g, texts: ['a {mask}']}; the question needs answers",
        "association; {group: g, texts: ['a {mask}'], answers: [a]}; does not hold {term}",
        "association; {group: g, texts: ['{term} {mask}'], answers: [a]}; needs terms",
        "guess; {group: g, texts: [a]}; at /kind",
        "pairs; {groups: g, texts: ['a | b']}; at /questions/0"
      })
  void whatIsNoSuiteIsRefusedInOneSentence(String kind, String question, String why) {
    assertThatThrownBy(
            () -> ProbeSuites.parse(HEAD + kind + "\nquestions:\n  - " + question + "\n", "mine"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The probe suite 'mine' cannot be used")
        .hasMessageContaining(why);
  }
}
