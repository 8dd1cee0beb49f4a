package dev.assay.inference.onnx;

import static dev.assay.OnnxBuilder.BOOL;
import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.INT64;
import static dev.assay.OnnxBuilder.STRING;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.longs;
import static dev.assay.OnnxBuilder.model;
import static dev.assay.OnnxBuilder.number;
import static dev.assay.OnnxBuilder.numbers;
import static dev.assay.OnnxBuilder.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.OnnxBuilder;
import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.Task;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Maps, labels, external data, devices, cancellation and progress of the scorer.
class OnnxScorerFormsTest extends ScorerFixture {

  private static OnnxBuilder zipped(int keys, String labels, String... names) {
    return model()
        .input("x", FLOAT, -1, 1)
        .maps("maps", keys)
        .weights(floats("w", List.of(1L, 2L), -1, 1))
        .node("MatMul", "x,w", "z")
        .node("Softmax", "z", "p", number("axis", 1))
        .node(
            "ai.onnx.ml:ZipMap",
            "p",
            "maps",
            names.length > 0 ? texts(labels, names) : numbers(labels, 0, 1));
  }

  @Test
  void mapsComeBackAsOneTensorAndGiveTheSameAsMaps() throws IOException {
    OutputBinding maps =
        new OutputBinding(
            "maps", OutputMeaning.PROBABILITIES, CLASSES, Map.of("n", "no", "y", "yes"), "test");
    Path model = zipped(STRING, "classlabels_strings", "n", "y").write(folder.resolve("z.onnx"));
    assertThat(ZipMapCut.of(Files.readAllBytes(model), java.util.Set.of("maps")).tensors())
        .isEqualTo(Map.of("maps", "p"));
    oneColumn(ColumnType.NUMBER, "0", "1", "-2");
    score(model, new RunPlan("cpu", 2, 1, 60), new Cancellation(), maps);
    double[] cut = scores("score_1");

    // a second, empty graph field merges into the first: such a file is not rewired
    Files.write(model, new byte[] {0x3A, 0}, StandardOpenOption.APPEND);
    assertThat(ZipMapCut.of(Files.readAllBytes(model), java.util.Set.of("maps")).tensors())
        .isEmpty();
    folders(1);
    oneColumn(ColumnType.NUMBER, "0", "1", "-2");
    score(model, new RunPlan("cpu", 2, 1, 60), new Cancellation(), maps);

    assertThat(scores("score_1")).isEqualTo(cut);
    assertThat(cut[1]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-6));
  }

  @Test
  void aZipMapWhoseTensorIsAnOutputAlreadyIsCutToo() throws IOException {
    OnnxBuilder both = zipped(INT64, "classlabels_int64s").output("p", FLOAT, -1, 2);
    oneColumn(ColumnType.NUMBER, "0", "1");

    score(both, bound("maps", OutputMeaning.PROBABILITIES));

    assertThat(scores("score_0")).hasSize(2);
  }

  @Test
  void classesReadUnderOtherNamesAreTold() {
    oneColumn(ColumnType.NUMBER, "0", "1");

    ScoreReport report =
        score(
            zipped(STRING, "classlabels_strings", "a", "b"),
            bound("maps", OutputMeaning.PROBABILITIES));

    assertThat(codes(report)).containsExactly("MODEL-CLASSES-RENAMED");
    assertThat(report.warnings().getFirst().sentence()).contains("a, b").contains("no, yes");
  }

  @Test
  void labelsAreNamedAndKeptAsTheModelSaysThem() throws IOException {
    oneColumn(ColumnType.INTEGER, "0", "1", "2");
    OutputBinding named =
        new OutputBinding(
            "y", OutputMeaning.LABEL, List.of(), Map.of("0", "no", "1", "yes"), "test");

    for (int type : List.of(INT64, FLOAT)) {
      folders(type);
      oneColumn(ColumnType.INTEGER, "0", "1", "2");
      ScoreReport report = score(prediction(type), named);

      Column labels = ColumnarFolder.open(output).column("label");
      assertThat(IntStream.range(0, 3).mapToObj(labels::text)).containsExactly("no", "yes", "2");
      assertThat(report.hasScores()).isFalse();
      assertThat(report.hasLabels()).isTrue();
      assertThat(report.classes()).isEmpty();
      assertThat(codes(report)).containsExactly("MODEL-LABELS-ONLY");
    }
  }

  @Test
  void categoriesTheModelDoesNotKnowAreCounted() {
    oneColumn(ColumnType.CATEGORY, "a", "z", "", "z");
    OnnxBuilder encoder =
        model()
            .input("x", STRING, -1, 1)
            .output("y")
            .node(
                "ai.onnx.ml:LabelEncoder",
                "x",
                "y",
                texts("keys_strings", "a", "b"),
                numbers("values_int64s", 1, 2));

    ScoreReport report = score(encoder, bound("y", OutputMeaning.PREDICTION));

    assertThat(codes(report)).containsExactly("MODEL-UNSEEN-CATEGORY");
    assertThat(report.warnings().getFirst().sentence())
        .isEqualTo(
            "2 rows have a value in column 'a' that the model does not know, for instance 'z', the"
                + " first in row 2.");
  }

  @Test
  void externalDataIsReadFromBesideTheModel() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[] {0, 0, 0, 0x40, 0, 0, 0x40, 0x40});
    oneColumn(ColumnType.NUMBER, "1", "2");
    OnnxBuilder external =
        model()
            .input("x", FLOAT, -1, 1)
            .maps("maps", INT64)
            .weights(OnnxBuilder.external("w", List.of(1L, 2L), "location", "w.bin"))
            .node("MatMul", "x,w", "z")
            .node("ai.onnx.ml:ZipMap", "z", "maps", numbers("classlabels_int64s", 0, 1));

    score(external, bound("maps", OutputMeaning.PROBABILITIES));

    assertThat(scores("score_0")).containsExactly(2, 4);
    assertThat(scores("score_1")).containsExactly(3, 6);
  }

  @Test
  void aRefusedModelNeverReachesTheRuntime() {
    oneColumn(ColumnType.NUMBER, "1");
    OnnxBuilder unknown = model().input("x", FLOAT, -1, 1).output("y").node("NoSuch", "x", "y");

    assertThatThrownBy(() -> score(unknown, bound("y", OutputMeaning.PREDICTION)))
        .isInstanceOf(InputRejected.class)
        .extracting(e -> ((AssayException) e).code())
        .isEqualTo("MODEL-OPERATOR");
  }

  @Test
  void aModelTheRuntimeRefusesIsRejectedWithItsReason() {
    oneColumn(ColumnType.NUMBER, "1");
    OnnxBuilder mismatch =
        model()
            .input("x", FLOAT, -1, 1)
            .output("y")
            .weights(longs("i", List.of(1L), 1))
            .node("Add", "x,i", "y");

    assertThatThrownBy(() -> score(mismatch, bound("y", OutputMeaning.PREDICTION)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("m.onnx is refused by ONNX Runtime")
        .hasMessageContaining("Add");
  }

  @Test
  void devicesAreNamedOrRefused() {
    oneColumn(ColumnType.NUMBER, "1");
    for (String device : List.of("tpu", "cuda:x", "CPU")) {
      assertThatThrownBy(() -> on(device))
          .isInstanceOf(UsageError.class)
          .hasMessageContaining("no device '" + device + "'");
    }
    assertThatThrownBy(() -> on("cuda:1"))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("cuda:1 needs the GPU build");
    assertThat(on("cpu").device()).containsEntry("provider", "cpu");
  }

  private ScoreReport on(String device) {
    return score(
        prediction(FLOAT),
        new RunPlan(device, 10, 1, 60),
        new Cancellation(),
        bound("y", OutputMeaning.PREDICTION));
  }

  @Test
  void cancellingEndsALongCallWithin200Milliseconds() throws Exception {
    oneColumn(ColumnType.NUMBER, "1");
    Cancellation cancellation = new Cancellation();
    Thread canceller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(400);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  cancellation.cancel();
                });
    long start = System.nanoTime();

    assertThatThrownBy(
            () ->
                score(
                    endless(),
                    new RunPlan("cpu", 10, 1, 60),
                    cancellation,
                    bound("y", OutputMeaning.PREDICTION)))
        .isInstanceOf(dev.assay.common.Cancelled.class);

    canceller.join();
    assertThat(System.nanoTime() - start).isLessThan(800_000_000L);
    assertThat(output).isEmptyDirectory();
  }

  /// A loop that the data would end, but never does.
  private static OnnxBuilder endless() {
    var body =
        ai.onnx.proto.OnnxMl.GraphProto.newBuilder()
            .setName("body")
            .addInput(OnnxBuilder.value("i", INT64))
            .addInput(OnnxBuilder.value("c", BOOL))
            .addInput(OnnxBuilder.value("v", FLOAT, -1, 1))
            .addNode(OnnxBuilder.nodeOf("ReduceMax", "v", "m", number("keepdims", 0)))
            .addNode(OnnxBuilder.nodeOf("Cast", "m", "c2", number("to", BOOL)))
            .addNode(OnnxBuilder.nodeOf("Identity", "v", "v2"))
            .addOutput(OnnxBuilder.value("c2", BOOL))
            .addOutput(OnnxBuilder.value("v2", FLOAT, -1, 1))
            .build();
    return model()
        .input("x", FLOAT, -1, 1)
        .output("y")
        .weights(longs("trip", List.of(), Long.MAX_VALUE))
        .weights(OnnxBuilder.truth("yes", true))
        .node("Loop", "trip,yes,x", "y", OnnxBuilder.graph("body", body));
  }

  @Test
  void progressCountsRows() {
    oneColumn(ColumnType.NUMBER, "1", "2", "3");
    java.util.List<Long> done = new java.util.ArrayList<>();
    Path model = prediction(FLOAT).write(folder.resolve("m.onnx"));
    ModelBinding binding =
        new ModelBinding(
            Task.REGRESSION,
            List.of(new InputBinding("x", List.of("a"), "test")),
            List.of(bound("y", OutputMeaning.PREDICTION)),
            false);

    new OnnxScorer()
        .score(
            new ScoreRequest(model, data, binding, new RunPlan("cpu", 1, 1, 60), output),
            (step, rows, total) -> {
              assertThat(step).isEqualTo("scoring rows");
              assertThat(total).isEqualTo(3);
              done.add(rows);
            },
            new Cancellation());

    assertThat(done).startsWith(0L).endsWith(3L).isSorted();
  }

  @Test
  void anEmptyDatasetGivesNoScores() throws IOException {
    oneColumn(ColumnType.NUMBER);

    ScoreReport report = score(prediction(FLOAT), bound("y", OutputMeaning.PREDICTION));

    assertThat(report.rows()).isZero();
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.map(f -> f.getFileName().toString())).contains("scores.json");
    }
  }

  @Test
  void chainsOfManyNodesLoadOnTheDeepStack() {
    oneColumn(ColumnType.NUMBER, "1", "2");
    OnnxBuilder chain = model().input("x", FLOAT, -1, 1).output("h20000");
    chain.node("Relu", "x", "h1");
    for (int i = 1; i < 20_000; i++) {
      chain.node("Relu", "h" + i, "h" + (i + 1));
    }

    score(chain, bound("h20000", OutputMeaning.PREDICTION));

    assertThat(scores("prediction")).containsExactly(1, 2);
  }
}
