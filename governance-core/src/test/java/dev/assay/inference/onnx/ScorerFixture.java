package dev.assay.inference.onnx;

import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.model;
import static dev.assay.OnnxBuilder.number;

import dev.assay.CorpusDataset;
import dev.assay.OnnxBuilder;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Small models and columns for tests of the scorer.
abstract class ScorerFixture {

  static final List<String> CLASSES = List.of("no", "yes");

  @TempDir Path folder;
  Path data;
  Path output;

  @BeforeEach
  void folders() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    output = Files.createDirectory(folder.resolve("scores"));
  }

  void column(ColumnarWriter writer, String name, ColumnType type, String... cells) {
    CorpusDataset.write(
        writer, new ColumnSpec(name, type, ColumnRole.FEATURE, false, null, "test"), cells);
  }

  void oneColumn(ColumnType type, String... cells) {
    ColumnarWriter writer = ColumnarWriter.into(data, 1);
    column(writer, "a", type, cells);
    writer.finish();
  }

  static OutputBinding bound(String name, OutputMeaning meaning) {
    boolean classes = meaning != OutputMeaning.LABEL && meaning != OutputMeaning.PREDICTION;
    return new OutputBinding(name, meaning, classes ? CLASSES : List.of(), Map.of(), "test");
  }

  ScoreReport score(OnnxBuilder model, OutputBinding... outputs) {
    return score(model, new RunPlan("cpu", 4096, 1, 60), new Cancellation(), outputs);
  }

  ScoreReport score(
      OnnxBuilder model, RunPlan plan, Cancellation cancellation, OutputBinding... outputs) {
    return score(model.write(folder.resolve("m.onnx")), plan, cancellation, outputs);
  }

  ScoreReport score(Path model, RunPlan plan, Cancellation cancellation, OutputBinding... outputs) {
    List<String> columns = ColumnarFolder.open(data).names();
    ModelBinding binding =
        new ModelBinding(
            Task.BINARY_CLASSIFICATION,
            List.of(new InputBinding("x", columns, "test")),
            List.of(outputs),
            false);
    return new OnnxScorer()
        .score(new ScoreRequest(model, data, binding, plan, output), Progress.NONE, cancellation);
  }

  double[] scores(String column) {
    return ((Column.Numbers) ColumnarFolder.open(output).column(column)).values();
  }

  static List<String> codes(ScoreReport report) {
    return report.warnings().stream().map(Warning::code).toList();
  }

  static OnnxBuilder prediction(int type) {
    return model().input("x", type, -1, 1).output("y").node("Identity", "x", "y");
  }

  void folders(int number) throws IOException {
    data = Files.createDirectory(folder.resolve("data" + number));
    output = Files.createDirectory(folder.resolve("scores" + number));
  }

  static OnnxBuilder twoColumns(String last) {
    return model()
        .input("x", FLOAT, -1, 1)
        .output("p", FLOAT, -1, 2)
        .weights(floats("w", List.of(1L, 2L), -1, 1))
        .node("MatMul", "x,w", last.isEmpty() ? "p" : "z")
        .node(
            last.isEmpty() ? "Identity" : last,
            last.isEmpty() ? "x" : "z",
            last.isEmpty() ? "u" : "p");
  }
}
