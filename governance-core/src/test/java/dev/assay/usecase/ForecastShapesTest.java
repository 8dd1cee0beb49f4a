package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.OnnxBuilder;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Warning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forecasters as exporters write them: sizes left open, several columns at once, flat windows,
/// windows with holes.
class ForecastShapesTest {

  private static final int FLOAT = OnnxBuilder.FLOAT;
  private static final String WINDOW =
      "{\"name\": \"x\", \"binding\": {\"window\": 3, \"columns\": [%s], \"order\": \"t\"}}";

  @TempDir Path folder;
  private Path table = Path.of("");

  /// Truth is 10 t, a second column t; the truth of row 9 (t = 8) is missing.
  @BeforeEach
  void write() throws IOException {
    List<String> lines = new ArrayList<>(List.of("t,load,heat"));
    for (int t = 0; t < 20; t++) {
      lines.add(t + "," + (t == 8 ? "" : 10 * t) + "," + t);
    }
    table = Files.write(folder.resolve("series.csv"), lines);
  }

  @Test
  void aHorizonThatTheGraphLeavesOpenIsThatOfTheFirstAnswerAndSaid() throws IOException {
    ForecastRun run = run(flat(-1, 2), "\"load\"", "{\"name\": \"y\", \"meaning\": \"forecasts\"}");

    assertThat(run.forecasts().horizon()).isEqualTo(2);
    assertThat(sentences(run, "FORECAST-HORIZON"))
        .containsExactly(
            "The model leaves its horizon open; its first answer had 2 steps, and these are"
                + " measured.");
    assertThat(run.forecasts().values()[1][0][5]).as("row 6: the last value").isEqualTo(50);
    assertThat(mae(run, 1)).isEqualTo(10);
    assertThat(mae(run, 2)).isEqualTo(20);
  }

  @Test
  void aHorizonThatTheDescriptionSaysIsHeldTo() throws IOException {
    ForecastRun same = run(flat(-1, 2), "\"load\"", forecasts("\"horizon\": 2"));
    ForecastRun fewer = run(flat(2, 2), "\"load\"", forecasts("\"horizon\": 1"));

    assertThat(same.forecasts().horizon()).isEqualTo(2);
    assertThat(sentences(same, "FORECAST-HORIZON")).isEmpty();
    assertThat(fewer.forecasts().horizon()).isEqualTo(1);
    assertThat(mae(fewer, 1)).isEqualTo(10);
    assertThat(sentences(fewer, "FORECAST-HORIZON"))
        .containsExactly(
            "The model answers with 2 steps, and its description says 1; the steps behind these"
                + " are not measured.");
    assertRefused(
        flat(-1, 2),
        "\"load\"",
        forecasts("\"horizon\": 3"),
        "Output 'y' of the model has 2 steps where 3 to 20000 are expected.");
    assertRefused(
        flat(2, 2),
        "\"load\"",
        forecasts("\"horizon\": 3"),
        "Output 'y' (float [N, 2]) holds 2 steps, and the description's horizon is 3.");
    assertRefused(
        flat(2, 2), "\"load\"", forecasts("\"horizon\": 0"), "has outputs[0].horizon = 0");
  }

  @Test
  void ofSeveralColumnsAtOnceThatOfTheTruthIsMeasured() throws IOException {
    ForecastRun run =
        run(channels(), "\"heat\", \"load\"", forecasts("\"channels\": [\"heat\", \"load\"]"));

    assertThat(run.forecasts().horizon()).isEqualTo(2);
    assertThat(run.forecasts().values()[0][0][5]).isEqualTo(50);
    assertThat(mae(run, 2)).isEqualTo(20);
    assertRefused(
        channels(),
        "\"heat\", \"load\"",
        forecasts("\"channels\": [\"heat\", \"cold\"]"),
        "hold the column of the truth, 'load', not at all.");
    assertRefused(
        channels(),
        "\"heat\", \"load\"",
        forecasts("\"channels\": [\"heat\", \"load\"], \"quantiles\": [0.5]"),
        "names quantiles and channels of output 'y'");
    assertRefused(
        channels(),
        "\"heat\", \"load\"",
        forecasts("\"quantiles\": [0.1, 0.5, 0.9]"),
        "Output 'y' of the model has shape [20, 2, 2] for 20 rows, where [rows, steps, 3] is"
            + " expected.");
  }

  @Test
  void aWindowWithAMissingNumberIsNotAsked() throws IOException {
    ForecastRun run = run(gru(), "\"load\"", forecasts("\"horizon\": 1"));

    double[] made = run.forecasts().values()[0][0];
    assertThat(DoubleStream.of(made).filter(Double::isFinite).count()).isEqualTo(20 - 2 - 3);
    assertThat(made[8]).isNaN();
    assertThat(made[10]).isNaN();
    assertThat(made[11]).isFinite();
    assertThat(sentences(run, "SERIES-MISSING"))
        .containsExactly(
            "3 of 18 windows of rows hold a missing number, the first that of row 9; they are left"
                + " out.");
    assertThat(sentences(run, "SERIES-START"))
        .containsExactly(
            "2 of 20 rows have no whole window of rows up to them; they are left out.");
  }

  @Test
  void aModelThatLooksForMissingNumbersItselfIsAsked() throws IOException {
    Path model =
        OnnxBuilder.model()
            .input("x", FLOAT, -1, 3)
            .output("y", FLOAT, -1, 3)
            .weights(OnnxBuilder.floats("zero", List.of(1L), 0))
            .node("IsNaN", "x", "hole")
            .node("Where", "hole,zero,x", "y")
            .write(folder.resolve("m.onnx"));

    ForecastRun run = run(model, "\"load\"", forecasts("\"horizon\": 1"));

    assertThat(run.forecasts().values()[0][0][10]).as("its first number is missing").isZero();
    assertThat(sentences(run, "SERIES-MISSING")).isEmpty();
  }

  @Test
  void anInputOfWhatIsKnownAheadIsRefused() throws IOException {
    Path model =
        OnnxBuilder.model()
            .input("x", FLOAT, -1, 3)
            .input("future_time_features", FLOAT, -1, 3, 1)
            .output("y", FLOAT, -1, 3)
            .node("Identity", "x", "y")
            .write(folder.resolve("m.onnx"));

    assertRefused(
        model,
        "\"load\"",
        forecasts("\"horizon\": 3"),
        "Input 'future_time_features' (float [N, 3, 1]) wants what comes after a row");
  }

  /// A window [N, 3] whose last value is every step.
  private Path flat(long said, int steps) {
    return OnnxBuilder.model()
        .input("x", FLOAT, -1, 3)
        .output("y", FLOAT, -1, said)
        .weights(OnnxBuilder.floats("w", List.of(3L, (long) steps), last(steps)))
        .node("MatMul", "x,w", "y")
        .write(folder.resolve("m.onnx"));
  }

  private static double[] last(int steps) {
    double[] weights = new double[3 * steps];
    Arrays.fill(weights, 2 * steps, 3 * steps, 1);
    return weights;
  }

  /// Two steps of two columns, all sizes of the output open: each step is the last value.
  private Path channels() {
    return OnnxBuilder.model()
        .input("x", FLOAT, -1, 3, 2)
        .output("y", FLOAT, -1, -1, -1)
        .weights(OnnxBuilder.floats("w", List.of(3L, 2L), last(2)))
        .node("Transpose", "x", "turned", OnnxBuilder.numbers("perm", 0, 2, 1))
        .node("MatMul", "turned,w", "steps")
        .node("Transpose", "steps", "y", OnnxBuilder.numbers("perm", 0, 2, 1))
        .write(folder.resolve("m.onnx"));
  }

  /// The last state of a unit, which the runtime makes a number even where the window has none.
  private Path gru() {
    return OnnxBuilder.model()
        .input("x", FLOAT, -1, 3, 1)
        .output("y", FLOAT, -1, -1)
        .weights(OnnxBuilder.floats("w", List.of(1L, 3L, 1L), 0.3, 0.2, 0.1))
        .weights(OnnxBuilder.floats("r", List.of(1L, 3L, 1L), 0.1, 0.2, 0.3))
        .weights(OnnxBuilder.longs("axes", List.of(1L), 0))
        .node("Transpose", "x", "turned", OnnxBuilder.numbers("perm", 1, 0, 2))
        .node("GRU", "turned,w,r", "all,state", OnnxBuilder.number("hidden_size", 1))
        .node("Squeeze", "state,axes", "y")
        .write(folder.resolve("m.onnx"));
  }

  private static String forecasts(String more) {
    return "{\"name\": \"y\", \"meaning\": \"forecasts\", " + more + "}";
  }

  private static double mae(ForecastRun run, int step) {
    return run.numbers().stream()
        .filter(n -> n.slice().isWhole() && n.metric().equals("mae") && n.step() == step)
        .findFirst()
        .orElseThrow()
        .value()
        .orNaN();
  }

  private static List<String> sentences(ForecastRun run, String code) {
    return run.warnings().stream()
        .filter(w -> w.code().equals(code))
        .map(Warning::sentence)
        .toList();
  }

  private void assertRefused(Path model, String columns, String output, String sentence) {
    assertThatThrownBy(() -> run(model, columns, output))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(sentence);
  }

  private ForecastRun run(Path model, String columns, String output) throws IOException {
    Path described =
        Files.writeString(
            folder.resolve("m.model.json"),
            "{\"inputs\": [" + WINDOW.formatted(columns) + "], \"outputs\": [" + output + "]}");
    ForecastRequest request =
        new ForecastRequest(
            model, described, table, null, "load", null, null, "", 1, 1, List.of(), 7, 60);
    return new EvaluateForecasts(
            (bytes, deadline) -> Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline)))
        .run(request, Progress.NONE, new Cancellation());
  }
}
