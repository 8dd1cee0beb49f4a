package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Words of a text on the command line, and a suite of one's own.
class ExplainCommandTest {

  private static final Path MODEL = Path.of("models/toxicity_bert");

  @TempDir Path folder;

  private static Cli explain(String... more) {
    String[] fixed = {
      "explain",
      "--model",
      Corpus.path(MODEL.toString()).toString(),
      "--data",
      Corpus.path("datasets/madlibs_test.csv").toString()
    };
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Cli.run(all);
  }

  @Test
  void wordsOfARowAreWeighedForPeopleAndForMachines() {
    Cli words = explain("--row", "9647");
    JsonNode json = explain("--row", "9647", "--class", "nontoxic", "--json").json();

    assertThat(words.exitCode()).isZero();
    assertThat(words.out()).contains("Nithum is a good", "what it loses without each word");
    assertThat(json.get("words")).hasSize(5);
    assertThat(json.get("class").asString()).isEqualTo("nontoxic");
    assertThat(json.at("/words/4/contribution").asDouble()).isNegative();
    assertThat(json.at("/scores/toxic").asDouble() + json.at("/scores/nontoxic").asDouble())
        .isBetween(0.999, 1.001);
  }

  @Test
  void tokensOfARowAreShownWithWhatIsUnknownOrCut() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("long.csv"),
            "text,label\n\""
                + "you are a good friend ".repeat(100)
                + "\",nontoxic\nhello \uD83E\uDD96,toxic\n");
    String model = Corpus.path(MODEL.toString()).toString();
    JsonNode cut =
        Cli.run(
                "explain",
                "--model",
                model,
                "--data",
                data.toString(),
                "--row",
                "1",
                "--tokens",
                "--json")
            .json();
    Cli words =
        Cli.run("explain", "--model", model, "--data", data.toString(), "--row", "2", "--tokens");

    assertThat(cut.get("limit").asInt()).isEqualTo(128);
    assertThat(cut.get("pieces").size()).isEqualTo(502);
    assertThat(cut.at("/pieces/0/piece").asString()).isEqualTo("[CLS]");
    assertThat(cut.at("/pieces/126/read").asBoolean()).isTrue();
    assertThat(cut.at("/pieces/127/read").asBoolean()).isFalse();
    assertThat(words.out()).contains("! unknown to the tokenizer", "tokens; 1 is unknown.");
  }

  @Test
  void rowsAndClassesThatAreNotThereAreWrongUsage() {
    assertThat(explain("--row", "0").err()).contains("There is no row 0", "USAGE-ROW");
    assertThat(explain("--row", "13000").exitCode()).isEqualTo(2);
    assertThat(explain("--row", "1", "--class", "rude").err())
        .contains("there is no class 'rude'", "USAGE-CLASS");
  }

  @Test
  void aSuiteOfOnesOwnIsAskedToo() throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            schema: assay.behaviour/1
            id: own
            title: Own
            tests:
              - id: dull
                kind: functionality
                title: Dull texts are not toxic
                class: [nontoxic]
                templates: [The table is brown]
            """);
    Cli cli =
        Cli.run(
            "evaluate",
            "--json",
            "--model",
            Corpus.path(MODEL.toString()).toString(),
            "--data",
            Corpus.path("datasets/madlibs_test.csv").toString(),
            "--checks",
            "behaviour.functionality",
            "--behaviour",
            suite.toString(),
            "--sensitive",
            "identity_group",
            "--depth",
            "1");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.json().at("/checks/0/values").toString()).contains("own.dull");
  }

  @Test
  void aSuiteThatCannotBeUsedIsRefusedBeforeAnythingIsRead() throws IOException {
    Path suite = Files.writeString(folder.resolve("own.yaml"), "schema: assay.behaviour/2\n");

    Cli cli =
        Cli.run(
            "evaluate",
            "--data",
            folder.resolve("none.csv").toString(),
            "--behaviour",
            suite.toString());

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err())
        .contains("The behaviour suite 'own.yaml' cannot be used", "assay.behaviour/1");
  }
}
