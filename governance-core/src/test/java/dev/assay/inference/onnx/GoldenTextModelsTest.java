package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.dataset.duckdb.DuckDbImporter;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextReport;
import dev.assay.model.Bindings;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.model.ModelSpec;
import dev.assay.model.ModelSpecs;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Every text classifier of the corpus, scored on its texts, gives what the peer's tokenizer and
/// runtime gave: scores, numbers of tokens, and which texts were cut.
class GoldenTextModelsTest {

  private static long compared;

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(
      strings = {"toxicity_bert", "toxicity_bert_wiki", "sentiment_roberta", "toxicity_bert_int8"})
  void scoreGivesThePeersScoresWhenNothingIsDescribed(String name) throws IOException {
    JsonNode golden = Corpus.json("golden/" + name + "/metrics.json");
    Path model = Corpus.path("models/" + golden.get("model").asString());

    check(name, golden, model, null);
  }

  @Test
  void scoreGivesThePeersScoresWhenTheModelIsDescribed() throws IOException {
    JsonNode golden = Corpus.json("golden/sentiment_roberta/metrics.json");
    Path model = Corpus.path("models/sentiment_roberta");

    check(
        "sentiment_roberta",
        golden,
        model.resolve("model.onnx"),
        ModelSpecs.read(ModelSpecs.beside(model).orElseThrow()));
  }

  private void check(String name, JsonNode golden, Path model, ModelSpec described)
      throws IOException {
    ImportReport data = imported(golden.get("dataset").asString());
    ModelBinding binding = Bindings.bind(ModelReader.read(model), data.spec(), described);
    Path output = Files.createDirectory(scratch.resolve("scores"));

    ScoreReport report =
        new OnnxScorer()
            .score(
                new ScoreRequest(
                    model,
                    scratch.resolve("data"),
                    binding,
                    new RunPlan("cpu", 4096, 2, 60),
                    output),
                Progress.NONE,
                new Cancellation());

    compare(name, golden, report, ColumnarFolder.open(output));
  }

  private ImportReport imported(String dataset) throws IOException {
    Path file = Corpus.path("datasets/" + dataset + ".csv");
    return new DuckDbImporter()
        .importFile(
            new ImportRequest(
                file,
                DatasetSpecs.read(DatasetSpecs.beside(file).orElseThrow()),
                Files.createDirectory(scratch.resolve("data")),
                1L << 30,
                2),
            Progress.NONE,
            new Cancellation());
  }

  private static void compare(
      String name, JsonNode golden, ScoreReport report, ColumnarFolder scores) throws IOException {
    double tolerance = golden.get("tolerance").get("end_to_end").asDouble();
    int positive = report.classes().indexOf(golden.get("label").get("positive").asString());
    double[] score = ((Column.Numbers) scores.column(ScoreColumns.score(positive))).values();
    long[] tokens = ((Column.Integers) scores.column(ScoreColumns.TOKENS)).values();
    long[] cut = ((Column.Integers) scores.column(ScoreColumns.CUT)).values();
    List<String[]> rows = predictions(name);
    assertThat(score).hasSize(rows.size());
    long cutTexts = 0;
    for (int r = 0; r < score.length; r++) {
      String[] row = rows.get(r);
      assertThat(score[r]).as("row %d", r).isCloseTo(number(row[3]), within(tolerance));
      assertThat(tokens[r]).as("row %d", r).isEqualTo((long) number(row[6]));
      assertThat(cut[r]).as("row %d", r).isEqualTo((long) number(row[7]));
      cutTexts += cut[r];
      compared++;
    }
    TextReport text = report.text();
    assertThat(text).isNotNull();
    assertThat(text.cutTexts()).isEqualTo(cutTexts);
    assertThat(text.tokens()).isEqualTo(java.util.Arrays.stream(tokens).sum());
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private static List<String[]> predictions(String name) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Corpus.gunzip("golden/" + name + "/predictions.csv.gz"), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  @AfterAll
  static void count() {
    System.out.println("golden text models: " + compared + " texts compared");
  }
}
