package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Models that give each word a tag, from the command line to the files written.
class TokensTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  private Path model;
  private Path sentences;

  @BeforeEach
  void copies() throws IOException {
    model = Files.createDirectory(folder.resolve("m"));
    try (Stream<Path> files = Files.list(golden("model"))) {
      for (Path file : files.toList()) {
        Files.copy(file, model.resolve(file.getFileName().toString()));
      }
    }
    sentences = Files.copy(golden("sentences.jsonl"), folder.resolve("sentences.jsonl"));
  }

  @Test
  void listsOfWordsAreEvaluatedAsTheGoldenFileSays() throws IOException {
    Cli cli = evaluateWith("all", sentences, "--sensitive", "region,text.cut");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts = facts();
    JsonNode golden = goldens().path("cut");
    assertThat(facts.path("task").asString()).isEqualTo("token_classification");
    check(facts, golden.path("metrics"));
    assertThat(facts.path("checks").valueStream())
        .isNotEmpty()
        .noneMatch(c -> c.path("status").asString().equals("error"));
    assertThat(metric(facts, "unread_words"))
        .isCloseTo(golden.path("unread_words").asDouble(), within(1e-12));
    // whole texts have no word that was not read
    assertThat(rows(facts, "unread_words"))
        .anyMatch(
            m ->
                m.path("slice").path("text.cut").asString("").equals("whole")
                    && m.path("value").asDouble() == 0);
    assertThat(facts.path("disparities").valueStream())
        .anyMatch(d -> d.path("metric").asString().equals("entity_f1_difference"));
    assertThat(cli.out()).contains("F1 of entities", "LOC", "ORG", "PER", "[TAGS-WORDS-UNREAD]");
    assertThat(facts.path("warnings").toString()).doesNotContain("ROLES-UNSURE");
  }

  @Test
  void longTextsInWindowsAreReadToTheirEnd() throws IOException {
    Cli cli = evaluate(sentences, "--long-texts", "windows:8");

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode facts = facts();
    check(facts, goldens().path("windows").path("metrics"));
    assertThat(metric(facts, "unread_words")).isZero();
  }

  @Test
  void wordsBetweenBlanksInACsvFileGiveTheSameNumbers() throws IOException {
    StringBuilder csv = new StringBuilder("words,tags,region\n");
    for (String line : Files.readAllLines(sentences)) {
      JsonNode row = JSON.readTree(line);
      csv.append(
          "\"%s\",%s,%s\n"
              .formatted(
                  joined(row.path("tokens")),
                  joined(row.path("ner_tags")),
                  row.path("region").asString()));
    }
    Path data = Files.writeString(folder.resolve("words.csv"), csv);

    Cli cli = evaluate(data);

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    check(facts(), goldens().path("cut").path("metrics"));
  }

  @Test
  void spansOfATextAreEvaluated() throws IOException {
    // the model is given the text as it stands; the third entity begins inside a word
    Path data =
        Files.writeString(
            folder.resolve("spans.jsonl"),
            """
            {"text": "Anna Ivanova works for Acme .", "spans": [{"start": 0, "end": 12, "label": "PER"}, {"start": 23, "end": 27, "label": "ORG"}]}
            {"text": "it rained in Oslo all day .", "spans": [{"start": 14, "end": 17, "label": "LOC"}]}
            {"text": "it rained in Lima all day .", "spans": [{"start": 13, "end": 99, "label": "LOC"}]}
            """);

    Cli cli = evaluate(data);

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(metric(facts(), "entities")).isEqualTo(3);
    assertThat(metric(facts(), "words")).isEqualTo(13);
    assertThat(cli.out())
        .contains(
            "[TAGS-SPANS-WIDENED]", "a span lies outside its text or is empty (first: row 3)");
  }

  @Test
  void aLabelMapThatDoesNotFitTheTagsIsOneSentence() throws IOException {
    Path config = model.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("B-LOC", "B-GPE"));

    Cli cli = evaluate(sentences);

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err())
        .contains("tags that the model does not give: 'B-LOC'", "id2label", "[PREDICTIONS-TAGS]");
  }

  @Test
  void aLabelMapOfAnotherLengthIsOneSentence() throws IOException {
    Path config = model.resolve("config.json");
    Files.writeString(config, Files.readString(config).replaceAll(",\\s*\"6\": \"I-PER\"", ""));

    Cli cli = evaluate(sentences);

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err()).contains("names 6 tags", "7 columns", "[TRANSFORMER-LABELS]");
  }

  @Test
  void dataWithoutTagsIsOneSentence() throws IOException {
    Path data = folder.resolve("texts.csv");
    Files.writeString(
        data,
        "text,label\n" + "the dog was in the house,1\nthe cat was in the garden,0\n".repeat(12));

    Cli cli = evaluate(data);

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err()).contains("no column of words with a column of", "[TRANSFORMER-TAGS]");
  }

  @Test
  void rowsThatCannotBeReadAreLeftOutAndCounted() throws IOException {
    List<String> lines = Files.readAllLines(sentences);
    Path data = folder.resolve("damaged.jsonl");
    Files.writeString(
        data,
        String.join("\n", lines)
            + """

            {"id": 900, "tokens": ["a", "b"], "ner_tags": ["O"], "region": "west"}
            {"id": 901, "tokens": [], "ner_tags": [], "region": "west"}
            {"id": 902, "tokens": ["a"], "region": "west"}
            """);

    Cli cli = evaluate(data);

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.out())
        .contains(
            "1 rows left out: there are not as many tags as words (first: row 151)",
            "1 rows left out: there is no list of words (first: row 152)",
            "1 rows left out: there is no list of tags (first: row 153)");
    check(facts(), goldens().path("cut").path("metrics"));
  }

  private void check(JsonNode facts, JsonNode golden) {
    assertThat(metric(facts, "token_accuracy"))
        .isCloseTo(golden.path("token_accuracy").asDouble(), within(1e-9));
    for (String mode : List.of("lenient", "strict")) {
      golden
          .path(mode)
          .path("all")
          .properties()
          .forEach(
              e ->
                  assertThat(metric(facts, e.getKey() + (mode.equals("strict") ? "_strict" : "")))
                      .as(mode + " " + e.getKey())
                      .isCloseTo(e.getValue().asDouble(), within(1e-9)));
    }
  }

  private static String joined(JsonNode list) {
    return String.join(" ", list.valueStream().map(JsonNode::asString).toList());
  }

  private Cli evaluate(Path data, String... more) {
    return evaluateWith("none", data, more);
  }

  private Cli evaluateWith(String checks, Path data, String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of(
                    "evaluate",
                    "--checks",
                    checks,
                    "--model",
                    model.toString(),
                    "--data",
                    data.toString(),
                    "--out",
                    folder.resolve("out").toString()),
                Stream.of(more))
            .toList());
  }

  private JsonNode facts() throws IOException {
    return JSON.readTree(Files.readString(folder.resolve("out/evaluation.json")));
  }

  private static Stream<JsonNode> rows(JsonNode facts, String id) {
    return facts.path("metrics").valueStream().filter(m -> m.path("metric").asString().equals(id));
  }

  private static double metric(JsonNode facts, String id) {
    return rows(facts, id)
        .filter(m -> m.path("slice").isEmpty() && m.path("target").isMissingNode())
        .findFirst()
        .orElseThrow(() -> new AssertionError(id))
        .path("value")
        .asDouble();
  }

  private static JsonNode goldens() throws IOException {
    return JSON.readTree(Files.readString(golden("goldens.json")));
  }

  private static Path golden(String file) {
    return Path.of(System.getProperty("assay.root", ".."))
        .resolve("governance-core/src/test/resources/dev/assay/inference/tokens")
        .resolve(file);
  }
}
