package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// From a model file and a dataset file to a recorded audit and its documents, for every tabular
/// model of the corpus.
class AuditJourneyTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "adult_logreg, adult_test.csv",
    "adult_logreg_matrix, adult_test.csv",
    "adult_rf, adult_test.csv",
    "adult_hgb, adult_test.csv",
    "adult_lgbm, adult_test.parquet",
    "adult_mlp, adult_test.csv",
    "adult_mlp_score, adult_test.csv",
    "adult_mlp_logits, adult_test.csv",
    "adult_mlp_logit1, adult_test.csv",
    "adult_mlp_batch1, adult_test.csv",
    "adult_mlp_external, adult_test.csv",
    "adult_mlp_fp16, adult_test.csv",
    "adult_mlp_int8_dynamic, adult_test.csv",
    "adult_mlp_int8_static, adult_test.csv",
    "compas_logreg, compas_test.csv",
    "german_gb, german_test.csv",
    "law_logreg, law_test.csv",
    "bank_logreg, bank.csv",
    "student_multiclass, student_test.csv",
    "communities_ridge, communities_test.csv"
  })
  void evaluateEqualsTheGoldenValuesEndToEnd(String model, String data) {
    Cli cli =
        Cli.run(
            "evaluate",
            "--json",
            "--checks",
            "none",
            "--model",
            Corpus.path("models/" + model + ".onnx").toString(),
            "--data",
            Corpus.path("datasets/" + data).toString());

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode golden = Corpus.json("golden/" + model + "/metrics.json");
    int compared = compare(golden, cli.json());
    System.out.println("end to end: " + model + ", " + compared + " golden values");
    assertThat(compared).isGreaterThan(5);
  }

  private static int compare(JsonNode golden, JsonNode evaluation) {
    double tolerance = Math.max(1e-5, golden.path("tolerance").path("end_to_end").asDouble(1e-5));
    Map<String, JsonNode> rows = rows(evaluation);
    int compared = compareSlice(golden.get("overall"), "{}", rows, tolerance);
    for (JsonNode group : golden.path("groups")) {
      compared += compareSlice(group.get("metrics"), key(group.get("key")), rows, tolerance);
    }
    return compared;
  }

  private static int compareSlice(
      JsonNode metrics, String slice, Map<String, JsonNode> rows, double tolerance) {
    int compared = 0;
    for (var metric : metrics.properties()) {
      JsonNode row = rows.get(metric.getKey() + slice);
      if (row == null || !(metric.getValue().isNumber() || metric.getValue().isNull())) {
        continue;
      }
      if (metric.getValue().isNull()) {
        assertThat(row.get("value").isNull())
            .as("%s of %s is undefined", metric.getKey(), slice)
            .isTrue();
      } else {
        double expected = metric.getValue().asDouble();
        assertThat(row.get("value").asDouble())
            .as("%s of %s", metric.getKey(), slice)
            .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
      }
      compared++;
    }
    return compared;
  }

  private static Map<String, JsonNode> rows(JsonNode evaluation) {
    Map<String, JsonNode> rows = new HashMap<>();
    for (JsonNode row : evaluation.get("metrics")) {
      if (!row.has("target")) {
        rows.put(row.get("metric").asString() + key(row.get("slice")), row);
      }
    }
    return rows;
  }

  private static String key(JsonNode slice) {
    return new java.util.TreeMap<>(
            Map.ofEntries(
                slice.properties().stream()
                    .map(
                        e ->
                            Map.entry(
                                e.getKey(),
                                e.getValue().isNull() ? "(missing)" : e.getValue().asString()))
                    .toArray(Map.Entry[]::new)))
        .toString();
  }

  @Test
  void auditWritesEveryDocumentAndIsRecorded() throws Exception {
    Path workspace = folder.resolve("a b.assay");
    Path out = folder.resolve("out");

    Cli cli =
        Cli.run(
            "audit",
            "--model",
            Corpus.path("models/adult_lgbm.onnx").toString(),
            "--data",
            Corpus.path("datasets/adult_test.csv").toString(),
            "--title",
            "Income model",
            "--workspace",
            workspace.toString(),
            "--out",
            out.toString());

    assertThat(cli.exitCode()).as(cli.err()).isIn(0, 1, 5);
    for (String file :
        List.of(
            "evaluation.json",
            "audit.json",
            "report.html",
            "report.pdf",
            "model-card.md",
            "metrics.csv")) {
      assertThat(out.resolve(file)).isNotEmptyFile();
    }
    assertThat(Files.size(out.resolve("report.pdf"))).isLessThan(2_000_000);
    Cli listed = Cli.run("report", "--json", "--workspace", workspace.toString());
    assertThat(listed.json()).hasSize(1);
    assertThat(listed.json().get(0).get("title").asString()).isEqualTo("Income model");
  }

  @Test
  void theReportOfAStoredAuditIsTheSameBytesAgain() throws Exception {
    Path workspace = folder.resolve("w.assay");
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    Cli.run(
        "audit",
        "--quiet",
        "--model",
        Corpus.path("models/german_gb.onnx").toString(),
        "--data",
        Corpus.path("datasets/german_test.csv").toString(),
        "--workspace",
        workspace.toString(),
        "--out",
        first.toString());
    Cli again =
        Cli.run(
            "report",
            "latest",
            "--format",
            "html,pdf,md,csv,json",
            "--workspace",
            workspace.toString(),
            "--out",
            second.toString());

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(second.resolve("report.html")).hasSameBinaryContentAs(first.resolve("report.html"));
    assertThat(second.resolve("report.pdf")).hasSameBinaryContentAs(first.resolve("report.pdf"));
  }

  @Test
  void sameInputsAndSeedGiveTheSameBytesTimingsApart() {
    String[] command = {
      "evaluate",
      "--json",
      "--model",
      Corpus.path("models/compas_logreg.onnx").toString(),
      "--data",
      Corpus.path("datasets/compas_test.csv").toString()
    };

    JsonNode first = Cli.run(command).json();
    JsonNode second = Cli.run(command).json();

    assertThat(withoutTimes(second)).isEqualTo(withoutTimes(first));
  }

  private static JsonNode withoutTimes(JsonNode evaluation) {
    var provenance = (tools.jackson.databind.node.ObjectNode) evaluation.get("provenance");
    provenance.remove(List.of("started", "finished"));
    return evaluation;
  }
}
