package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.CorpusDataset;
import dev.assay.GoldenCase;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.DatasetSpec;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.Bindings;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.model.ModelSpec;
import dev.assay.model.ModelSpecs;
import dev.assay.predictions.Predictions;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every tabular model of the corpus, scored on its dataset, gives what the peer's runtime gave.
class GoldenModelsTest {

  private static final List<String> SEEN = new ArrayList<>();
  private static final Map<String, Path> FOLDERS = new HashMap<>();
  private static long compared;

  @TempDir static Path scratch;

  static Stream<String> models() throws IOException {
    try (Stream<Path> files = Files.list(Corpus.path("models"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".onnx"))
          .map(f -> f.substring(0, f.length() - ".onnx".length()))
          .filter(f -> !f.equals("bike_gru") && !f.startsWith("digits_cnn"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void scoreGivesThePeersPredictionsWhenTheModelIsDescribed(String name) throws IOException {
    Path spec = Corpus.path("models/" + name + ".model.json");

    check(name, ModelSpecs.read(spec));

    SEEN.add(name);
  }

  @ParameterizedTest
  @MethodSource("models")
  void scoreGivesThePeersPredictionsWhenEverythingIsGuessed(String name) throws IOException {
    check(name, null);
  }

  private static void check(String name, ModelSpec described) throws IOException {
    GoldenCase golden = GoldenCase.of(name);
    String dataset = golden.metrics().get("dataset").asString();
    DatasetSpec spec = CorpusDataset.spec(dataset);
    Path columns = folder(golden, dataset, spec);
    Path model = Corpus.path("models/" + name + ".onnx");
    ModelBinding binding = Bindings.bind(ModelReader.read(model), spec, described);
    Path output = Files.createTempDirectory(scratch, "scores");

    ScoreReport report =
        new OnnxScorer()
            .score(
                new ScoreRequest(model, columns, binding, new RunPlan("cpu", 4096, 2, 60), output),
                Progress.NONE,
                new Cancellation());

    double tolerance = golden.metrics().get("tolerance").get("end_to_end").asDouble();
    compare(golden, report, ColumnarFolder.open(output), tolerance);
    assertThat(report.nonFinite()).isZero();
    assertThat(Files.exists(output.resolve("scores.json"))).isTrue();
  }

  private static Path folder(GoldenCase golden, String dataset, DatasetSpec spec)
      throws IOException {
    Path known = FOLDERS.get(dataset);
    if (known == null) {
      known = Files.createDirectory(scratch.resolve(dataset));
      CorpusDataset.write(golden, spec, known);
      FOLDERS.put(dataset, known);
    }
    return known;
  }

  private static void compare(
      GoldenCase golden, ScoreReport report, ColumnarFolder scores, double tolerance) {
    switch (golden.task()) {
      case BINARY_CLASSIFICATION -> {
        Predictions.Binary expected = golden.binary(null);
        assertThat(report.classes()).hasSize(2).contains(expected.positive());
        int positive = report.classes().indexOf(expected.positive());
        same(numbers(scores, ScoreColumns.score(positive)), expected.score(), tolerance);
        double[] sum = numbers(scores, ScoreColumns.score(0)).clone();
        for (int r = 0; r < sum.length; r++) {
          sum[r] += numbers(scores, ScoreColumns.score(1))[r];
          assertThat(sum[r]).isCloseTo(1, within(1e-3));
        }
        if (report.hasLabels()) {
          labels(report, scores, expected);
        }
      }
      case MULTICLASS_CLASSIFICATION -> {
        Predictions.Multiclass expected = golden.multiclass();
        assertThat(report.classes()).containsExactlyElementsOf(expected.classes());
        for (int c = 0; c < expected.classes().size(); c++) {
          same(numbers(scores, ScoreColumns.score(c)), expected.probabilities()[c], tolerance);
        }
      }
      case REGRESSION ->
          same(
              numbers(scores, ScoreColumns.PREDICTION), golden.regression().predicted(), tolerance);
    }
  }

  private static void labels(
      ScoreReport report, ColumnarFolder scores, Predictions.Binary expected) {
    Column label = scores.column(ScoreColumns.LABEL);
    for (int r = 0; r < label.rows(); r++) {
      boolean positive = expected.score()[r] >= 0.5;
      assertThat(label.text(r)).isIn(report.classes());
      assertThat(label.text(r).equals(expected.positive())).as("row %d", r).isEqualTo(positive);
    }
  }

  private static double[] numbers(ColumnarFolder scores, String name) {
    return ((Column.Numbers) scores.column(name)).values();
  }

  private static void same(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int r = 0; r < actual.length; r++) {
      if (!(Math.abs(actual[r] - expected[r]) <= tolerance)) {
        assertThat(actual[r]).as("row %d", r).isCloseTo(expected[r], within(tolerance));
      }
      compared++;
    }
  }

  @AfterAll
  static void count() {
    System.out.println(
        "golden models: " + SEEN.size() + " scored twice, " + compared + " values compared");
  }
}
