package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.OnnxBuilder;
import dev.assay.TextModel;
import dev.assay.common.Cancelled;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Task;
import dev.assay.dataset.TextSink;
import dev.assay.inference.LongTexts;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Tuned;
import dev.assay.inference.Tuning;
import dev.assay.inference.Tuning.Graph;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TuneProbeTest extends ScorerFixture {

  private Path model;

  @BeforeEach
  void texts() {
    model = folder.resolve("text");
    TextModel.sums(model, -1);
    ColumnarWriter writer = ColumnarWriter.into(data, 1);
    TextSink sink = writer.texts("text", ColumnType.STRING);
    List.of("you", "you are great", "kind and great", "are you kind").forEach(sink::add);
    writer.finish();
  }

  @Test
  void whatIsFoundIsOneOfTheWaysThatWereTried() {
    Tuned tuned = TuneProbe.measure(request(plan(2, Tuning.USUAL)), new Cancellation());

    assertThat(tuned.threads()).isIn(1, 2);
    assertThat(tuned.tuning().tokenBudget()).isIn(1_024, 2_048, 4_096);
    assertThat(tuned.tuning().measured()).isTrue();
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void scoresOfAllWaysAgreeAndTheWayIsRecorded() throws IOException {
    ScoreReport usual = score(plan(1, Tuning.USUAL));
    double[] before = scores(ScoreColumns.score(1));
    output = Files.createDirectory(folder.resolve("again"));

    ScoreReport tuned = score(plan(2, new Tuning(Graph.EXTENDED, 8, true)));

    assertThat(scores(ScoreColumns.score(1))).containsExactly(before, within(1e-5));
    assertThat(usual.device()).doesNotContainKey("tuned");
    assertThat(tuned.device())
        .containsEntry("tuned", "measured")
        .containsEntry("graph", "extended")
        .containsEntry("threads", "2")
        .containsEntry("batch_tokens", "8");
  }

  @Test
  void aTableIsTunedByRowsACall() throws IOException {
    folders(2);
    oneColumn(
        ColumnType.NUMBER, IntStream.range(0, 40).mapToObj(String::valueOf).toArray(String[]::new));
    ScoreRequest asked = table(new RunPlan("cpu", 8, 2, 60), false);

    Tuned tuned = TuneProbe.measure(asked, new Cancellation());

    assertThat(tuned.threads()).isIn(1, 2);
    assertThat(tuned.batchRows()).isIn(2, 8, 32);
    assertThat(tuned.tuning().measured()).isTrue();
    assertThat(output).isEmptyDirectory();
    ScoreReport report =
        new OnnxScorer()
            .score(
                table(asked.plan().with(new Tuned(1, 32, tuned.tuning())), false),
                Progress.NONE,
                new Cancellation());
    assertThat(report.device())
        .containsEntry("batch_rows", "32")
        .containsEntry("threads", "1")
        .containsEntry("tuned", "measured");
    assertThat(scores(ScoreColumns.PREDICTION)[39]).isEqualTo(39);
  }

  @Test
  void rowsACallAreNotTriedWhereAnswersDependOnThem() throws IOException {
    folders(3);
    oneColumn(ColumnType.NUMBER, "1", "2", "3", "4", "5");

    assertThat(TuneProbe.measure(table(new RunPlan("cpu", 1, 1, 60), true), new Cancellation()))
        .satisfies(t -> assertThat(t.batchRows()).isEqualTo(1));
    ModelArtefact model = ModelReader.read(folder.resolve("t.onnx"));
    assertThat(new RowSample(table(new RunPlan("cpu", 1, 1, 60), false), model).sizes())
        .containsExactly(4);
    assertThat(new RowSample(table(new RunPlan("cpu", 1, 1, 60), true), model).sizes()).isEmpty();
  }

  private ScoreRequest table(RunPlan plan, boolean batchSensitive) {
    Path file = prediction(OnnxBuilder.FLOAT).write(folder.resolve("t.onnx"));
    return new ScoreRequest(
        file,
        data,
        new ModelBinding(
            Task.REGRESSION,
            List.of(new InputBinding("x", List.of("a"), "test")),
            List.of(bound("y", OutputMeaning.PREDICTION)),
            batchSensitive),
        plan,
        output);
  }

  @Test
  void measuringStopsWhenItIsCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();

    assertThatThrownBy(() -> TuneProbe.measure(request(plan(2, Tuning.USUAL)), cancelled))
        .isInstanceOf(Cancelled.class);
  }

  private ScoreReport score(RunPlan plan) {
    return new OnnxScorer().score(request(plan), Progress.NONE, new Cancellation());
  }

  private static RunPlan plan(int threads, Tuning tuning) {
    return new RunPlan("cpu", 0, threads, 60, LongTexts.TRUNCATE, tuning);
  }

  private ScoreRequest request(RunPlan plan) {
    List<InputBinding> inputs =
        ModelReader.read(model).inputs().stream()
            .map(i -> new InputBinding(i.name(), List.of("text"), "test"))
            .toList();
    OutputBinding logits =
        new OutputBinding("logits", OutputMeaning.LOGITS, List.of("a", "b"), Map.of(), "test");
    return new ScoreRequest(
        model,
        data,
        new ModelBinding(Task.BINARY_CLASSIFICATION, inputs, List.of(logits), false),
        plan,
        output);
  }
}
