package dev.assay.usecase;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import dev.assay.Corpus;
import dev.assay.GoldenCase;
import dev.assay.OnnxBuilder;
import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnSpec;
import dev.assay.predictions.Predictions;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import dev.assay.worker.cache.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Image and series models from files to predictions, through the confined worker.
class ImageAndSeriesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"digits_cnn", "digits_cnn_fp16io"})
  void imagesAreScoredAsThePeerDoes(String name) {
    GoldenCase golden = GoldenCase.of(name);
    Predictions.Multiclass expected = golden.multiclass();
    double tolerance = golden.metrics().get("tolerance").get("end_to_end").asDouble();

    Predictions.Multiclass found =
        (Predictions.Multiclass)
            open(model(name), Corpus.path("datasets/digits_test.csv")).predictions();

    assertThat(found.size()).isEqualTo(450);
    assertThat(found.classes()).isEqualTo(expected.classes());
    for (int c = 0; c < 10; c++) {
      assertThat(found.probabilities()[c])
          .containsExactly(expected.probabilities()[c], within(tolerance));
    }
    assertThat(found.predicted()).isEqualTo(expected.predicted());
  }

  @Test
  void aFolderOfAnImageModelIsScoredAsItsFilesSay() throws IOException {
    Predictions.Multiclass expected = GoldenCase.of("digits_cnn").multiclass();

    Predictions.Multiclass found =
        (Predictions.Multiclass)
            open(imageFolder("ViTForImageClassification"), Corpus.path("datasets/digits_test.csv"))
                .predictions();

    assertThat(found.classes()).isEqualTo(expected.classes());
    assertThat(found.predicted()).isEqualTo(expected.predicted());
    assertThat(found.probabilities()[3]).containsExactly(expected.probabilities()[3], within(1e-5));
  }

  @Test
  void aGraphWithChannelsLastIsScoredAsTheSameWithChannelsFirst() throws IOException {
    Predictions.Multiclass expected = GoldenCase.of("digits_cnn").multiclass();
    Path model = imageFolder("ViTForImageClassification");
    channelsLast(model.resolve("model.onnx"), -1, 8, 8, 1);

    Predictions.Multiclass found =
        (Predictions.Multiclass) open(model, Corpus.path("datasets/digits_test.csv")).predictions();

    assertThat(found.predicted()).isEqualTo(expected.predicted());
    assertThat(found.probabilities()[3]).containsExactly(expected.probabilities()[3], within(1e-5));
  }

  @Test
  void aGraphWhoseChannelsMayStandInTwoPlacesIsRefused() throws IOException {
    Path model = imageFolder("ViTForImageClassification");
    channelsLast(model.resolve("model.onnx"), -1, 1, 8, 1);

    assertThatThrownBy(() -> open(model, Corpus.path("datasets/digits_test.csv")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("may hold its channels in the second place or in the last");
  }

  /// Puts a transposition before the graph, so that its input is said to be [N, height, width,
  /// channels].
  private static void channelsLast(Path file, long... shape) throws IOException {
    OnnxMl.ModelProto.Builder model =
        OnnxMl.ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
    OnnxMl.GraphProto.Builder graph = model.getGraphBuilder();
    String name = graph.getInput(0).getName();
    graph.setInput(0, OnnxBuilder.value("pixels", OnnxBuilder.FLOAT, shape));
    graph.addNode(
        0,
        OnnxBuilder.nodeOf("Transpose", "pixels", name, OnnxBuilder.numbers("perm", 0, 3, 1, 2)));
    Files.write(file, model.build().toByteArray());
  }

  @Test
  void aFolderOfClassesIsTheSameDatasetAsItsTable() throws IOException {
    Predictions.Multiclass expected = GoldenCase.of("digits_cnn").multiclass();
    digits();
    Path images = Files.move(folder.resolve("digits_test"), folder.resolve("digits"));

    OpenRun run = open(model("digits_cnn"), images);
    Predictions.Multiclass found = (Predictions.Multiclass) run.predictions();

    assertThat(found.classes()).isEqualTo(expected.classes());
    assertThat(found.size()).isEqualTo(450);
    long right =
        IntStream.range(0, 450).filter(i -> expected.predicted()[i] == expected.truth()[i]).count();
    assertThat(
            IntStream.range(0, 450).filter(i -> found.predicted()[i] == found.truth()[i]).count())
        .isEqualTo(right);
    assertThat(run.dataset().spec().columns())
        .extracting(ColumnSpec::name)
        .containsExactly("image", "class");
  }

  @Test
  void scoresOfImagesAreKeptUntilAnImageChanges() throws IOException {
    Path data = digits();
    ScoreCache cache =
        new ScoreCache(
            Optional.of(new CacheFolder(Files.createDirectory(folder.resolve("cache")))));

    OpenRun first = open(model("digits_cnn"), data, null, cache);
    OpenRun again = open(model("digits_cnn"), data, null, cache);
    Files.copy(
        folder.resolve("digits_test/0/digit_0010.png"),
        folder.resolve("digits_test/0/digit_0000.png"),
        StandardCopyOption.REPLACE_EXISTING);
    OpenRun changed = open(model("digits_cnn"), data, null, cache);

    assertThat(first.run().scores().images().kept()).isFalse();
    assertThat(again.run().scores().images().kept()).isTrue();
    assertThat(changed.run().scores().images().kept()).isFalse();
    assertThat(((Predictions.Multiclass) again.predictions()).probabilities())
        .isDeepEqualTo(((Predictions.Multiclass) first.predictions()).probabilities());
  }

  @Test
  void aFolderOfAnotherKindOfModelIsRefused() throws IOException {
    Path model = imageFolder("ViTForMaskedImageModeling");

    assertThatThrownBy(() -> open(model, Corpus.path("datasets/digits_test.csv")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("is a ViTForMaskedImageModeling");
  }

  private Path imageFolder(String architecture) throws IOException {
    Path model = Files.createDirectory(folder.resolve("vit-digits"));
    Files.copy(Corpus.path("models/digits_cnn.onnx"), model.resolve("model.onnx"));
    String labels =
        IntStream.range(0, 10).mapToObj(i -> "\"" + i + "\": \"" + i + "\"").collect(joining(","));
    Files.writeString(
        model.resolve("config.json"),
        "{\"architectures\": [\"%s\"], \"id2label\": {%s}}".formatted(architecture, labels));
    Files.writeString(
        model.resolve("preprocessor_config.json"),
        "{\"do_resize\": false, \"do_normalize\": false, \"rescale_factor\": "
            + 1 / 240.0
            + ", \"image_processor_type\": \"ViTImageProcessor\"}");
    return model;
  }

  @Test
  void windowsOfASeriesAreScoredAsThePeerDoes() {
    GoldenCase golden = GoldenCase.of("bike_gru");
    Predictions.Regression expected = golden.regression();

    Predictions.Regression found =
        (Predictions.Regression)
            open(model("bike_gru"), Corpus.path("datasets/bike_hourly.csv")).predictions();

    assertThat(found.size()).isEqualTo(10_886 - 23);
    assertThat(found.excluded())
        .singleElement()
        .satisfies(e -> assertThat(e.count()).isEqualTo(23));
    int shift = 7000 - 23;
    assertThat(found.rowIndex()[shift]).isEqualTo(7000);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.predicted()[shift + i]).isCloseTo(expected.predicted()[i], within(1e-4));
    }
  }

  @Test
  void seriesOfGroupsDoNotRunIntoEachOtherAndAreSortedByTime() throws IOException {
    List<String> lines = Files.readAllLines(Corpus.path("datasets/bike_hourly.csv"));
    List<String> mixed = new ArrayList<>(List.of(lines.getFirst() + ",town"));
    for (int i = 130; i >= 101; i--) { // the latest first, two towns in turn
      mixed.add(lines.get(i) + ",north");
      mixed.add(lines.get(i + 200) + ",south");
    }
    Path data = Files.write(folder.resolve("towns.csv"), mixed);
    Files.writeString(
        folder.resolve("towns.dataset.json"),
        "{\"task\": \"regression\", \"label\": {\"column\": \"count\"}, \"columns\": ["
            + String.join(
                ",",
                Stream.of(mixed.getFirst().split(","))
                    .map(
                        c ->
                            "{\"name\": \"%s\", \"role\": \"%s\", \"type\": \"%s\"}"
                                .formatted(c, role(c), type(c)))
                    .toList())
            + "]}");
    Path described =
        described(
            "\"window\": 24, \"columns\": [\"hs\", \"hc\", \"workingday\", \"t\", \"h\", \"w\"],"
                + " \"group\": \"town\", \"order\": \"datetime\", \"features\": {\"hs\":"
                + " \"sin(2*pi*hour(datetime)/24)\", \"hc\": \"cos(2*pi*hour(datetime)/24)\","
                + " \"t\": \"temp/41\", \"h\": \"humidity/100\", \"w\": \"windspeed/60\"}");

    Predictions.Regression found = (Predictions.Regression) open(described, data).predictions();
    Predictions.Regression whole =
        (Predictions.Regression)
            open(model("bike_gru"), Corpus.path("datasets/bike_hourly.csv")).predictions();

    assertThat(found.size()).isEqualTo(2 * (30 - 23));
    // the last hour of the north stands in the first row; in the whole file it is row 129
    assertThat(found.predicted()[0]).isCloseTo(whole.predicted()[129 - 23], within(1e-4));
    assertThat(found.predicted()[1]).isCloseTo(whole.predicted()[329 - 23], within(1e-4));
  }

  @Test
  void imagesThatCannotBeReadAreNamedCountedAndLeftOut() throws IOException {
    Path data = digits();
    Files.writeString(folder.resolve("digits_test/0/digit_0000.png"), "no image");
    Files.delete(folder.resolve("digits_test/0/digit_0010.png"));

    OpenRun run = open(model("digits_cnn"), data);

    assertThat(run.predictions().size()).isEqualTo(448);
    assertThat(run.run().evaluation().warnings())
        .filteredOn(w -> w.code().equals("IMAGES-UNREADABLE"))
        .singleElement()
        .satisfies(
            w ->
                assertThat(w.sentence())
                    .startsWith("2 of 450 images cannot be read and are left out; the first is")
                    .contains("digit_0000.png' in row 1: it is damaged or of no kind"));
  }

  @Test
  void aDatasetWithoutAnyImageIsRefusedWithAnExample() throws IOException {
    Path data = Files.copy(Corpus.path("datasets/digits_test.csv"), folder.resolve("d.csv"));

    assertThatThrownBy(() -> open(model("digits_cnn"), data, "digit"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("None of the 450 images can be read; the first is")
        .hasMessageContaining("there is no such file");
  }

  @Test
  void aWindowThatDoesNotFitTheModelIsRefused() throws IOException {
    Path described = described("\"window\": 12, \"columns\": [\"temp\"]");

    assertThatThrownBy(() -> open(described, Corpus.path("datasets/bike_hourly.csv"), "count"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("windows of 12 rows with 1 numbers each");
  }

  private static String role(String column) {
    return switch (column) {
      case "count" -> "label";
      case "datetime" -> "timestamp";
      default -> "feature";
    };
  }

  private static String type(String column) {
    return switch (column) {
      case "datetime" -> "datetime";
      case "town" -> "category";
      default -> "number";
    };
  }

  private Path digits() throws IOException {
    Path from = Corpus.path("datasets/digits_test");
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = folder.resolve("digits_test").resolve(from.relativize(file).toString());
        Files.copy(file, to);
      }
    }
    Files.copy(
        Corpus.path("datasets/digits_test.dataset.json"),
        folder.resolve("digits_test.dataset.json"));
    return Files.copy(Corpus.path("datasets/digits_test.csv"), folder.resolve("digits_test.csv"));
  }

  private Path described(String binding) throws IOException {
    Files.writeString(
        folder.resolve("gru.model.json"),
        "{\"task\": \"regression\", \"inputs\": [{\"name\": \"window\", \"binding\": {"
            + binding
            + "}}], \"outputs\": [{\"name\": \"count\", \"meaning\": \"prediction\"}]}");
    return Files.copy(Corpus.path("models/bike_gru.onnx"), folder.resolve("gru.onnx"));
  }

  private static OpenRun open(Path model, Path data) {
    return open(model, data, null);
  }

  private static OpenRun open(Path model, Path data, @Nullable String label) {
    return open(model, data, label, ScoreCache.none());
  }

  private static OpenRun open(Path model, Path data, @Nullable String label, ScoreCache cache) {
    EvaluateRequest request =
        EvaluateRequest.of(data)
            .model(model)
            .device("cpu")
            .label(label)
            .checks(List.of("none"))
            .depth(1)
            .timeoutSeconds(60)
            .build();
    try (Scratch scratch = Scratch.create()) {
      return new RunEvaluation(
              (bytes, deadline) -> Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline)),
              Clock.systemUTC(),
              cache)
          .open(request, scratch, "", run -> {}, Progress.NONE, new Cancellation());
    }
  }

  private static Path model(String name) {
    return Corpus.path("models/" + name + ".onnx");
  }
}
