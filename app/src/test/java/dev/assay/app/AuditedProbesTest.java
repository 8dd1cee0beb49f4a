package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.MaskedModel;
import dev.assay.common.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Probes of a masked language model through the whole pipeline: numbers, verdict, report, card.
class AuditedProbesTest {

  @TempDir Path folder;

  private Path model;

  @BeforeEach
  void copy() {
    model = MaskedModel.in(folder.resolve("m"));
  }

  @Test
  void pairsOfADatasetAreAuditedByGroup() throws IOException {
    StringBuilder rows = new StringBuilder("sentence,other sentence,bias_type\n");
    int likelier = 0;
    for (JsonNode pair : MaskedModel.goldens().path("pairs")) {
      rows.append(pair.path("first").asString())
          .append(',')
          .append(pair.path("second").asString())
          .append(',')
          .append(pair.path("type").asString())
          .append('\n');
      likelier +=
          pair.path("first_score").asDouble() > pair.path("second_score").asDouble() ? 1 : 0;
    }
    Path data = Files.writeString(folder.resolve("pairs.csv"), rows);

    Cli cli = audit("pairs", "--data", data.toString(), "--sensitive", "bias_type");

    assertThat(cli.exitCode()).as(cli.err()).isIn(0, 1, 5);
    JsonNode facts = facts();
    assertThat(facts.get("task").asString()).isEqualTo("masked_probe");
    JsonNode share = row(facts, "first_likelier_share", 0);
    assertThat(share.get("value").asDouble()).isCloseTo(likelier / 6.0, within(1e-12));
    assertThat(share.get("method").asString()).isEqualTo("wilson");
    assertThat(facts.get("disparities").toString()).contains("first_likelier_share_difference");
    assertThat(Files.readString(folder.resolve("out/audit.json"))).contains("words.pairs");
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("Hidden words", "one half is neutral", "Asked as pairs");
    assertThat(Files.readString(folder.resolve("out/model-card.md"))).contains("fill-mask");
  }

  @Test
  void aSuiteOfOnesOwnTakesThePlaceOfADataset() throws IOException {
    Path suite =
        suite(
            """
            kind: association
            lexicons: { job: [nurse, engineer] }
            texts: ["{term} works as a {mask}."]
            questions:
              - { group: women, terms: [she, mary], answers: ["{job}"] }
              - { group: men, terms: [he, john], answers: ["{job}"] }
            """);

    Cli first = audit(suite.toString());
    JsonNode facts = facts();
    Cli again = audit(suite.toString());

    assertThat(first.exitCode()).as(first.err()).isIn(0, 1, 5);
    assertThat(again.exitCode()).isEqualTo(first.exitCode());
    assertThat(facts.at("/provenance/dataset/name").asString()).isEqualTo("mine.csv");
    assertThat(facts.at("/provenance/dataset/rows").asInt()).isEqualTo(8);
    assertThat(facts.at("/provenance/device/mask").asString()).isEqualTo("[MASK]");
    assertThat(row(facts, "mean_association", 0).get("n").asInt()).isEqualTo(8);
    assertThat(row(facts, "mean_association", 1).get("n").asInt()).isEqualTo(4);
    assertThat(facts().get("metrics")).isEqualTo(facts.get("metrics"));
  }

  @Test
  void suitesAreListedAndWrongOnesAreOneSentence() throws IOException {
    Path unknown =
        suite("kind: pairs\nquestions:\n  - { group: a, texts: [\"{job} a | {job} b\"] }\n");

    Cli list = Cli.run("probe", "list");
    Cli wrong = Cli.run("probe", "check", unknown.toString());
    Cli none = Cli.run("audit", "--model", model.toString(), "--probe", "nothing");
    Cli both =
        Cli.run("gate", "--model", model.toString(), "--probe", "grammar", "--data", "rows.csv");
    Cli nothing = Cli.run("audit", "--model", model.toString());

    assertThat(list.out()).contains("occupations", "stereotypes", "grammar");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.err()).contains("/questions/0: there is no lexicon called 'job'");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("no probe, suite or file 'nothing'", "[USAGE-PROBE]");
    assertThat(both.err()).contains("no probe 'grammar' of the rows");
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("[USAGE-DATA]");
  }

  private Path suite(String rest) throws IOException {
    return Files.writeString(
        folder.resolve("mine.yaml"), "schema: assay.probe-suite/1\nid: mine\ntitle: Jobs\n" + rest);
  }

  private Cli audit(String probe, String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of(
                    "audit",
                    "--model",
                    model.toString(),
                    "--probe",
                    probe,
                    "--policy",
                    "hidden-words",
                    "--workspace",
                    folder.resolve("w.assay").toString(),
                    "--out",
                    folder.resolve("out").toString()),
                Stream.of(more))
            .toList());
  }

  private JsonNode facts() throws IOException {
    return Json.mapper().readTree(Files.readString(folder.resolve("out/evaluation.json")));
  }

  private static JsonNode row(JsonNode facts, String metric, int conditions) {
    return StreamSupport.stream(facts.get("metrics").spliterator(), false)
        .filter(m -> m.get("metric").asString().equals(metric))
        .filter(m -> m.path("slice").size() == conditions)
        .findFirst()
        .orElseThrow();
  }
}
