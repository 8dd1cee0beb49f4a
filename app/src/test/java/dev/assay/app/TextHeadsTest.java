package dev.assay.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.WordModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Heads of text models from the command line to the files written: pairs of texts and numbers.
class TextHeadsTest {

  @TempDir Path folder;

  private Path data;

  @BeforeEach
  void file() {
    data = folder.resolve("texts.csv");
  }

  @Test
  void inspectSaysOfTwoColumnsOfTextThatTheyAreTexts() throws IOException {
    pairs();
    Files.delete(folder.resolve("texts.dataset.json"));

    JsonNode columns = Cli.run("inspect", "--json", data.toString()).json().at("/spec/columns");

    assertThat(columns.valueStream().map(c -> c.path("role").asString()))
        .containsExactly("TEXT", "TEXT", "LABEL");
  }

  @Test
  void pairsAndNumbersNeedNoDescriptionOfTheDataset() throws IOException {
    pairs();
    Files.delete(folder.resolve("texts.dataset.json"));

    Cli ofPairs = evaluate(pairModel(), "--positive", "yes");

    assertThat(ofPairs.exitCode()).as(ofPairs.err()).isZero();
    assertThat(metric(facts(), "accuracy")).isCloseTo(4 / 6.0, within(1e-12));
    numbers();
    Files.delete(folder.resolve("texts.dataset.json"));

    Cli ofNumbers = evaluate(numberModel(), "--label", "stars");

    assertThat(ofNumbers.exitCode()).as(ofNumbers.err()).isZero();
    assertThat(metric(facts(), "mae")).isCloseTo(1.25 / 4, within(1e-12));
  }

  @Test
  void aPairOfTextsIsReadFromTwoColumnsEachAsItsOwnText() throws IOException {
    pairs();

    Cli cli = evaluate(pairModel());

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts = facts();
    // the first text weighs for "no", the second for "yes": rows 1, 2, 3 and 5 of each six are
    // right
    assertThat(metric(facts, "accuracy")).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(metric(facts, "recall")).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void anAuditOfAModelOfPairsNamesBothColumns() throws IOException {
    pairs();
    Path out = folder.resolve("audit");

    Cli cli =
        Cli.run(
            "audit",
            "--workspace",
            folder.resolve("w.assay").toString(),
            "--checks",
            "none",
            "--model",
            pairModel().toString(),
            "--data",
            data.toString(),
            "--out",
            out.toString());

    assertThat(cli.err()).doesNotContain("\tat ");
    assertThat(cli.exitCode()).as(cli.err()).isIn(0, 1, 5);
    assertThat(Files.readString(out.resolve("report.html"))).contains("question", "answer");
  }

  private Path pairModel() {
    return WordModel.in(folder.resolve("pair"), 2)
        .labels("no", "yes")
        .word("good", 1, 0)
        .secondWord("good", 0, 2)
        .secondWord("bad", 0, -2)
        .sums();
  }

  private void pairs() throws IOException {
    List<String> six =
        List.of(
            "the dog is here %d,good film that was shown %d,yes",
            "good dog in the house %d,the film was long %d,no",
            "good cat and a dog %d,good film of the year %d,yes",
            "good cat that is mine %d,good dog that is yours %d,no",
            "the cat is in the house %d,bad film that i saw %d,no",
            "the dog in a house %d,bad good bad film of the year %d,yes");
    write("question,answer,label", six);
    Files.writeString(
        folder.resolve("texts.dataset.json"),
        """
        {"name": "texts", "title": "Pairs", "task": "binary_classification",
         "label": {"column": "label", "positive": "yes", "classes": ["no", "yes"]},
         "columns": [{"name": "question", "type": "string", "role": "text"},
                     {"name": "answer", "type": "string", "role": "text"},
                     {"name": "label", "type": "category", "role": "label"}]}
        """);
  }

  private void write(String header, List<String> rows) throws IOException {
    String twenty =
        IntStream.range(0, 20)
            .mapToObj(
                i -> rows.stream().map(row -> row.replace("%d", "" + i)).collect(joining("\n")))
            .collect(joining("\n", header + "\n", "\n"));
    Files.writeString(data, twenty);
  }

  @Test
  void aRegressionHeadAnswersWithTheNumberOfItsText() throws IOException {
    numbers();
    Cli cli = evaluate(numberModel());

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts = facts();
    // errors of each four rows: 0, 0.5, -0.25, -0.5
    assertThat(facts.path("task").asString()).isEqualTo("regression");
    assertThat(metric(facts, "mae")).isCloseTo(1.25 / 4, within(1e-12));
    assertThat(metric(facts, "mean_error")).isCloseTo(-0.25 / 4, within(1e-12));
    assertThat(metric(facts, "rmse")).isCloseTo(Math.sqrt(0.5625 / 4), within(1e-12));
  }

  private Path numberModel() {
    return WordModel.in(folder.resolve("number"), 1)
        .problem("regression")
        .labels("LABEL_0")
        .word("good", 1)
        .word("bad", -1.5)
        .word("great", 2.25)
        .sums();
  }

  @Test
  void longTextsAreReadInWindowsWhenAskedFor() throws IOException {
    numbers();
    Path model = WordModel.in(folder.resolve("short"), 1).places(5).word("great", 3).sums();

    Cli cut = evaluate(model);
    double error = metric(facts(), "mean_error");
    Cli windows = evaluate(model, "--long-texts", "windows:0", "--sensitive", "text.cut");

    assertThat(cut.out()).contains("80 of 80 texts cut at 5 tokens");
    assertThat(windows.exitCode()).as(windows.err()).isZero();
    assertThat(windows.out())
        .contains("0 of 80 texts cut", "80 read in ", "windows that share 0 tokens")
        .contains("[TEXT-WINDOWS]");
    // "the great dog | that was here | n": 3, 0 and 0 are 1 instead of 3
    assertThat(metric(facts(), "mean_error")).isCloseTo(error - 2.0 / 4, within(1e-7));
  }

  @Test
  void windowsAreRefusedForPairsAndForWordsThatAreNoWay() throws IOException {
    pairs();

    Cli ofPairs = evaluate(pairModel(), "--long-texts", "windows");
    Cli ofNothing = evaluate(pairModel(), "--long-texts", "slide");

    assertThat(ofPairs.exitCode()).isEqualTo(3);
    assertThat(ofPairs.err()).contains("[TEXT-WINDOWS-PAIR]");
    assertThat(ofNothing.exitCode()).isEqualTo(2);
    assertThat(ofNothing.err()).contains("Long texts cannot be read 'slide'", "[USAGE-LONG-TEXTS]");
  }

  private void numbers() throws IOException {
    List<String> four =
        List.of(
            "good film that i saw %d,1",
            "good good movie of the year %d,1.5",
            "bad film that i saw %d,-1.25",
            "the great dog that was here %d,2.75");
    write("text,stars", four);
    Files.writeString(
        folder.resolve("texts.dataset.json"),
        """
        {"name": "texts", "title": "Stars", "task": "regression",
         "label": {"column": "stars"},
         "columns": [{"name": "text", "type": "string", "role": "text"},
                     {"name": "stars", "type": "number", "role": "label"}]}
        """);
  }

  private Cli evaluate(Path model, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--checks",
                "none",
                "--model",
                model.toString(),
                "--data",
                data.toString(),
                "--out",
                folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return Cli.run(words);
  }

  private JsonNode facts() throws IOException {
    return new JsonMapper().readTree(Files.readString(folder.resolve("out/evaluation.json")));
  }

  private static double metric(JsonNode facts, String id) {
    return StreamSupport.stream(facts.path("metrics").spliterator(), false)
        .filter(m -> m.path("metric").asString().equals(id))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asDouble();
  }
}
