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
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Models that may give a text several labels, from the command line to the files written. A word
/// gives its label with a probability of σ(2) ≈ 0.88, its absence σ(−2) ≈ 0.12, "film" adds 1 to
/// fear: σ(−1) ≈ 0.27.
class MultiLabelTest {

  /// Text, what it is labelled: joy (given by happy), grief (sad), fear (dog).
  private static final List<String> ROWS =
      List.of(
          "the happy cat %d|1|0|0|a",
          "sad john %d|0|1|0|b",
          "happy sad movie %d|1|1|0|a",
          "the movie %d|0|0|0|b",
          "the dog %d|1|0|1|a",
          "the film %d|0|0|1|b");

  @TempDir Path folder;

  private Path model;
  private Path data;

  @BeforeEach
  void files() {
    model =
        WordModel.in(folder.resolve("m"), 3)
            .problem("multi_label_classification")
            .labels("joy", "grief", "fear")
            .word("happy", 4, 0, 0)
            .word("sad", 0, 4, 0)
            .word("dog", 0, 0, 4)
            .word("film", 0, 0, 1)
            .bias(-2)
            .sums();
    data = folder.resolve("texts.csv");
  }

  @Test
  void eachLabelAndAllTogetherAreMeasured() throws IOException {
    columns();

    Cli cli = evaluate();

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts = facts();
    // joy misses row 5, fear misses row 6
    assertThat(facts.path("task").asString()).isEqualTo("multi_label_classification");
    assertThat(metric(facts, "subset_accuracy", "")).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(metric(facts, "hamming_loss", "")).isCloseTo(2 / 18.0, within(1e-12));
    assertThat(metric(facts, "f1_micro", "")).isCloseTo(10 / 12.0, within(1e-12));
    assertThat(metric(facts, "f1_macro", "")).isCloseTo((4 / 5.0 + 1 + 2 / 3.0) / 3, within(1e-12));
    assertThat(metric(facts, "recall", "joy")).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(metric(facts, "recall", "grief")).isCloseTo(1, within(1e-12));
    assertThat(metric(facts, "precision", "fear")).isCloseTo(1, within(1e-12));
    double high = 1 / (1 + Math.exp(-2));
    assertThat(metric(facts, "mean_score", "grief"))
        .isCloseTo((2 * high + 4 * (1 - high)) / 6, within(1e-7));
    assertThat(cli.out()).contains("Subset accuracy", "joy", "grief", "fear", "Hamming loss");
  }

  @Test
  void aLabelHasAThresholdOfItsOwn() throws IOException {
    columns();

    Cli cli = evaluate("--label-thresholds", "fear=0.25,joy=0.9");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(metric(facts(), "recall", "fear")).isCloseTo(1, within(1e-12));
    assertThat(metric(facts(), "recall", "joy")).isZero();
    assertThat(metric(facts(), "decision_threshold", "fear")).isEqualTo(0.25);
    assertThat(metric(facts(), "decision_threshold", "grief")).isEqualTo(0.5);
  }

  @Test
  void oneColumnThatListsTheLabelsIsReadLikeAColumnEach() throws IOException {
    columns();
    evaluate();
    JsonNode each = facts().path("metrics");
    listed("; ");

    Cli cli = evaluate("--label", "tags");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(facts().path("metrics")).isEqualTo(each);
  }

  @Test
  void aDescriptionNamesTheLabels() throws IOException {
    columns();
    Files.writeString(
        folder.resolve("texts.dataset.json"),
        """
        {"name": "texts", "title": "Feelings", "task": "multi_label_classification",
         "labels": {"columns": ["joy", "grief", "fear"]},
         "columns": [{"name": "text", "type": "string", "role": "text"},
                     {"name": "joy", "type": "integer"}, {"name": "grief", "type": "integer"},
                     {"name": "fear", "type": "integer"},
                     {"name": "region", "type": "category", "role": "sensitive"}]}
        """);

    Cli cli = evaluate();

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts = facts();
    assertThat(metric(facts, "f1_micro", "")).isCloseTo(10 / 12.0, within(1e-12));
    assertThat(facts.path("disparities").toString())
        .contains("subset_accuracy_difference", "f1_micro_difference");
    assertThat(Cli.run("inspect", "--json", data.toString()).json().at("/spec/labels/columns"))
        .hasSize(3);
  }

  @Test
  void anAuditReportsEachLabel() throws IOException {
    columns();
    Path out = folder.resolve("audit");

    Cli cli =
        Cli.run(
            "audit",
            "--workspace",
            folder.resolve("w.assay").toString(),
            "--model",
            model.toString(),
            "--data",
            data.toString(),
            "--sensitive",
            "region",
            "--out",
            out.toString());

    assertThat(cli.err()).doesNotContain("\tat ");
    assertThat(cli.exitCode()).as(cli.err()).isIn(0, 1, 5);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("labels are right in", "Subset accuracy", "grief");
    assertThat(Files.readString(out.resolve("model-card.md"))).contains("f1_micro");
  }

  @Test
  void aLabelWithoutAColumnIsOneSentence() throws IOException {
    columns();
    Files.writeString(data, Files.readString(data).replace("grief", "sorrow"));

    Cli cli = evaluate();

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err())
        .contains("the dataset has no column 'grief' and no column that lists them")
        .contains("[PREDICTIONS-LABELS]");
  }

  @Test
  void rowsThatSayNeitherYesNorNoAreLeftOutAndCounted() throws IOException {
    columns();
    Files.writeString(data, Files.readString(data).replaceFirst("cat 0,1,0,0", "cat 0,1,maybe,0"));

    Cli cli = evaluate();

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("1 rows left out: the label 'grief' is 'maybe', not 0 or 1");
  }

  @Test
  void aThresholdOfNoLabelIsOneSentence() throws IOException {
    columns();

    Cli cli = evaluate("--label-thresholds", "anger=0.5");

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err())
        .contains("A threshold is given for the label 'anger'", "[PREDICTIONS-LABEL-THRESHOLD]");
  }

  private void columns() throws IOException {
    write("text,joy,grief,fear,region", row -> row.replace('|', ','));
  }

  private void listed(String separator) throws IOException {
    List<String> names = List.of("joy", "grief", "fear");
    write(
        "text,tags,region",
        row -> {
          String[] cells = row.split("\\|");
          String tags =
              IntStream.range(0, 3)
                  .filter(l -> cells[l + 1].equals("1"))
                  .mapToObj(names::get)
                  .collect(joining(separator));
          return cells[0] + "," + tags + "," + cells[4];
        });
  }

  private void write(String header, UnaryOperator<String> line) throws IOException {
    Files.writeString(
        data,
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    ROWS.stream()
                        .map(row -> line.apply(row.replace("%d", "" + i)))
                        .collect(joining("\n")))
            .collect(joining("\n", header + "\n", "\n")));
  }

  private Cli evaluate(String... more) {
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

  /// The metric of everyone, of a label or ("") over all.
  private static double metric(JsonNode facts, String id, String label) {
    return facts
        .path("metrics")
        .valueStream()
        .filter(m -> m.path("metric").asString().equals(id))
        .filter(m -> m.path("target").asString("").equals(label))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asDouble();
  }
}
