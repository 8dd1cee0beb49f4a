package dev.assay.check.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuitesTest {

  private static final String HEAD = "schema: assay.behaviour/1\nid: own\ntitle: Own\n";

  @TempDir Path folder;

  @Test
  void suitesThatComeWithAssayAskAllThreeKindsAndNameFiftyTerms() {
    List<Suite> suites = Suites.builtIn();

    assertThat(suites.stream().flatMap(s -> s.tests().stream()).map(Suite.Trial::kind))
        .contains(Suite.Kind.values());
    assertThat(
            suites.stream().flatMap(s -> s.identity().values().stream()).mapToInt(List::size).sum())
        .isEqualTo(50);
  }

  @Test
  void suiteOfTheUserJoinsTheOthersAndTakesThePlaceOfOneOfTheSameId() throws IOException {
    Path own = Files.writeString(folder.resolve("own.yaml"), HEAD);
    Path other =
        Files.writeString(folder.resolve("t.yaml"), HEAD.replace("id: own", "id: toxicity"));

    assertThat(Suites.with(List.of(own, other)))
        .extracting(Suite::id)
        .containsExactly("english", "identity", "sentiment", "own", "toxicity");
  }

  @Test
  void suiteOfTheGuideIsOneThatCanBeUsed() throws IOException {
    try (InputStream guide =
        SuitesTest.class.getResourceAsStream("/dev/assay/resources/help/behaviour.md")) {
      String page = new String(guide.readAllBytes(), StandardCharsets.UTF_8);
      int start = page.indexOf("schema: assay.behaviour/1");
      String example = page.substring(start, page.indexOf("```", start));

      assertThat(Suites.parse(example, "guide").tests()).hasSize(2);
    }
  }

  @Test
  void fileThatIsNotThereIsWrongUsage() {
    assertThatThrownBy(() -> Suites.with(List.of(folder.resolve("none.yaml"))))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("none.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {id: a, kind: functionality, title: A, class: [x]}                                     | needs templates
          {id: a, kind: functionality, title: A, class: [x], templates: ['{who} is']}            | no lexicon called 'who'
          {id: a, kind: invariance, title: A}                                                    | needs a change
          {id: a, kind: invariance, title: A, class: [x], change: {by: typos}}                   | speaks of no class
          {id: a, kind: direction, title: A, class: [x], change: {by: typos}}                    | needs 'moves'
          {id: a, kind: invariance, title: A, change: {by: swap, lexicon: names}}                | no lexicon called 'names'
          {id: a, kind: invariance, title: A, change: {by: magic}}                               | /tests/0/change/by
          {id: a, kind: invariance, title: A, change: {by: typos}, colour: red}                  | colour
          """)
  void testThatCannotBeMadeIsRefusedWithItsPlace(String test, String words) {
    assertThatThrownBy(() -> Suites.parse(HEAD + "tests:\n  - " + test + "\n", "own.yaml"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The behaviour suite 'own.yaml' cannot be used")
        .hasMessageContaining(words);
  }

  @Test
  void templateOfIdentityHoldsItsPlaceOnce() {
    assertThatThrownBy(
            () ->
                Suites.parse(
                    HEAD + "identity: {a: [x, y]}\nidentity_templates: [nobody is named]\n",
                    "own.yaml"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("does not hold {identity} in one place alone");
  }

  @Test
  void whatIsNoYamlAndWhatGrowsByAliasesIsRefused() {
    assertThatThrownBy(() -> Suites.parse("schema: [", "own.yaml"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("not well-formed YAML");
    assertThatThrownBy(() -> Suites.parse(HEAD + "lexicons:\n  a: &a [x]\n  b: *a\n", "own.yaml"))
        .isInstanceOf(InputRejected.class);
  }
}
