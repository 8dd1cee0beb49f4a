package dev.assay.inference.onnx;

import static dev.assay.OnnxBuilder.FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.CausalModel;
import dev.assay.TextModel;
import dev.assay.common.Cancelled;
import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Task;
import dev.assay.dataset.TextSink;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextAsk;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.inference.cost.CostRequest;
import dev.assay.inference.cost.GenerationTimes;
import dev.assay.inference.cost.Latency;
import dev.assay.inference.cost.Measurement;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CostProbeTest extends ScorerFixture {

  private static final long BUDGET = 200;

  @Test
  void rowsAreTimedInCallsOfSeveralSizes() {
    String[] cells = new String[300];
    Arrays.fill(cells, "0.5");
    oneColumn(ColumnType.NUMBER, cells);
    Path model = prediction(FLOAT).write(folder.resolve("m.onnx"));

    Measurement measured = table(model, new Cancellation());

    assertThat(measured.unit()).isEqualTo("row");
    assertThat(measured.latencies()).extracting(Latency::rows).containsExactly(1, 16, 256);
    assertThat(measured.latencies()).extracting(Latency::tokens).containsOnly(0);
    assertThat(measured.latencies())
        .allSatisfy(l -> assertThat(l.warm().calls()).isBetween(5, 1_000));
    assertThat(measured.load().calls()).isBetween(1, 5);
    assertThat(measured.firstCall().calls()).isEqualTo(measured.load().calls());
    assertThat(measured.diskBytes()).isEqualTo(model.toFile().length());
    assertThat(measured.device()).containsEntry("provider", "cpu").containsEntry("threads", "1");
    assertThat(measured.single()).isEqualTo(measured.latencies().getFirst());
  }

  @Test
  void textsAreTimedByLengthAndInBatchesOfTheTypicalLength() {
    Path model = folder.resolve("text");
    TextModel.sums(model, -1);
    texts(Collections.nCopies(40, "you are great and kind"));

    Measurement measured = text(model);

    assertThat(measured.unit()).isEqualTo("text");
    assertThat(measured.longestTokens()).isEqualTo(7);
    assertThat(measured.typicalTokens()).isEqualTo(TextModel.PLACES);
    assertThat(measured.latencies()).extracting(Latency::rows).containsExactly(1, 8, 32);
    assertThat(measured.latencies()).extracting(Latency::tokens).containsOnly(TextModel.PLACES);
    assertThat(measured.single().rows()).isEqualTo(1);
    assertThat(measured.diskBytes())
        .isEqualTo(
            ModelReader.read(model).bytes() + model.resolve("tokenizer.json").toFile().length());
  }

  @Test
  void answersAreTimedByPromptAndTokenAndTheirPartsAreNoLongerThanTheWhole() throws IOException {
    Path model = CausalModel.copy("gpt2", folder.resolve("gpt2"));
    texts(List.of("The cat sat on the mat", "Water"));

    Measurement measured = answers(model, Kind.GENERATE, 5);

    assertThat(measured.unit()).isEqualTo("answer");
    assertThat(measured.byRows()).extracting(Latency::rows).containsExactly(1, 4, 16);
    GenerationTimes generation = Objects.requireNonNull(measured.generation());
    assertThat(generation.newTokens()).isEqualTo(5);
    assertThat(generation.undefined()).isEmpty();
    for (Latency whole : measured.latencies()) {
      Latency first = generation.first(whole);
      Latency next = generation.next(whole).orElseThrow();
      int calls = whole.warm().calls();
      assertThat(first.warm().calls()).isEqualTo(calls);
      assertThat(next.warm().calls()).isEqualTo(4 * calls);
      assertThat(first.warm().mean() + 4 * next.warm().mean())
          .isCloseTo(whole.warm().mean(), within(1e-6 * whole.warm().mean()));
    }
  }

  @Test
  void textsWhoseLikelihoodIsAskedAreReadInOneCall() throws IOException {
    Path model = CausalModel.copy("gpt2", folder.resolve("gpt2"));
    texts(List.of("The cat sat on the mat", "Water boils"));

    Measurement measured = answers(model, Kind.LIKELIHOOD, 64);

    assertThat(measured.unit()).isEqualTo("text");
    assertThat(measured.generation()).isNull();
  }

  @Test
  void aModelWithAFixedNumberOfRowsIsTimedWithThatMany() {
    Path model = folder.resolve("text");
    TextModel.sums(model, 3);
    texts(List.of("you", "are"));

    Measurement measured = text(model);

    assertThat(measured.latencies()).extracting(Latency::rows).containsOnly(3);
    assertThat(measured.byRows()).isNotEmpty();
  }

  @Test
  void withoutRowsNothingIsTimed() {
    oneColumn(ColumnType.NUMBER);
    Path model = prediction(FLOAT).write(folder.resolve("m.onnx"));

    assertThatThrownBy(() -> table(model, new Cancellation()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Nothing can be timed: the dataset has no rows.");
  }

  @Test
  void timingStopsWhenItIsCancelled() {
    oneColumn(ColumnType.NUMBER, "1");
    Path model = prediction(FLOAT).write(folder.resolve("m.onnx"));
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();

    assertThatThrownBy(() -> table(model, cancelled)).isInstanceOf(Cancelled.class);
  }

  private Measurement answers(Path model, Kind kind, int newTokens) {
    String column = ColumnarFolder.open(data).names().getFirst();
    boolean written = kind == Kind.GENERATE;
    TextAsk ask =
        new TextAsk(
            kind,
            written ? column : null,
            List.of(),
            written ? null : column,
            new Decoding(newTokens, 0, 0, 1, List.of(), 7));
    ModelBinding binding =
        new ModelBinding(
            Task.TEXT_GENERATION,
            List.of(new InputBinding("input_ids", List.of(column), "test")),
            List.of(),
            false);
    ScoreRequest score =
        new ScoreRequest(model, data, binding, new RunPlan("cpu", 16, 1, 60).asking(ask), output);
    return CostProbe.measure(new CostRequest(score, BUDGET), Progress.NONE, new Cancellation());
  }

  private Measurement table(Path model, Cancellation cancellation) {
    List<String> columns = ColumnarFolder.open(data).names();
    return measured(
        model,
        new ModelBinding(
            Task.REGRESSION,
            List.of(new InputBinding("x", columns, "test")),
            List.of(bound("y", OutputMeaning.PREDICTION)),
            false),
        cancellation);
  }

  private Measurement text(Path model) {
    List<InputBinding> inputs =
        ModelReader.read(model).inputs().stream()
            .map(i -> new InputBinding(i.name(), List.of("text"), "test"))
            .toList();
    OutputBinding logits =
        new OutputBinding("logits", OutputMeaning.LOGITS, List.of("a", "b"), Map.of(), "test");
    return measured(
        model,
        new ModelBinding(Task.BINARY_CLASSIFICATION, inputs, List.of(logits), false),
        new Cancellation());
  }

  private Measurement measured(Path model, ModelBinding binding, Cancellation cancellation) {
    return CostProbe.measure(
        new CostRequest(
            new ScoreRequest(model, data, binding, new RunPlan("cpu", 0, 1, 60), output), BUDGET),
        Progress.NONE,
        cancellation);
  }

  private void texts(List<String> texts) {
    ColumnarWriter writer = ColumnarWriter.into(data, 1);
    TextSink sink = writer.texts("text", ColumnType.STRING);
    texts.forEach(sink::add);
    writer.finish();
  }
}
