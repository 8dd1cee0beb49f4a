package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.UsageError;
import dev.assay.dataset.Warning;
import dev.assay.metric.forecast.ForecastMetrics;
import dev.assay.metric.forecast.ForecastNumber;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Forecasts in a table, through the confined worker, against numbers that numpy gave.
class EvaluateForecastsTest {

  @TempDir Path folder;

  @Test
  void numbersAreThoseOfThePeerByStepAndByGroup() throws IOException {
    Path table = folder.resolve("forecasts.csv");
    try (InputStream in = resource("forecasts.csv")) {
      Files.copy(in, table);
    }
    JsonNode goldens;
    try (InputStream in = resource("goldens.json")) {
      goldens = Json.mapper().readTree(in).get("metrics");
    }

    ForecastRun run = run(table, "load", "station", "hour", 6, List.of("station"));

    int compared = 0;
    for (Map.Entry<String, JsonNode> golden : goldens.properties()) {
      String[] key = golden.getKey().split(" ");
      int step = key[0].equals("all") ? 0 : Integer.parseInt(key[0]);
      SliceKey slice = key.length == 1 ? SliceKey.WHOLE : SliceKey.of("station", key[1]);
      for (ForecastNumber number : run.numbers()) {
        if (number.step() == step
            && number.slice().equals(slice)
            && !number.metric().equals("relative_mae")) {
          JsonNode expected = golden.getValue();
          String name =
              number.metric().equals("pinball") ? "pinball " + number.quantile() : number.metric();
          assertThat(number.value().orNaN())
              .as(golden.getKey() + " " + name)
              .isCloseTo(expected.get(name).asDouble(), within(1e-9));
          assertThat(number.targets()).isEqualTo(expected.get("targets").asLong());
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(5 * 11);
    assertThat(run.warnings())
        .filteredOn(w -> w.code().equals("FORECAST-CROSSING"))
        .extracting(Warning::sentence)
        .containsExactly(
            "1 of 396 forecasts have quantiles that cross: a higher one lies below a lower one.");
    JsonNode json = Json.mapper().readTree(run.json());
    assertThat(json.get("crossing").get("of").asInt()).isEqualTo(396);
    assertThat(json.get("metrics").get(0).get("lower").asDouble())
        .isLessThan(json.get("metrics").get(0).get("value").asDouble());
  }

  @Test
  void aModelOfSeveralStepsAndQuantilesIsScoredAndMeasuredAsThePeerDoes() throws IOException {
    JsonNode golden = golden();
    Path model = model("\"quantiles\": [0.1, 0.5, 0.9]");

    ForecastRun run = run(model, golden.get("from").asInt());

    double[][][] values = run.forecasts().values();
    int last = run.rows() - 1; // the south's: stations take turns
    for (int h = 0; h < 4; h++) {
      for (int q = 0; q < 3; q++) {
        assertThat(values[h][q][last])
            .isCloseTo(golden.get("last_row_south").get(h).get(q).asDouble(), within(1e-5));
      }
      assertThat(number(run, "mae", h + 1, null))
          .isCloseTo(golden.get("mae").get(h).asDouble(), within(1e-5));
      assertThat(number(run, "interval_coverage", h + 1, 0.1))
          .isCloseTo(golden.get("coverage").get(h).asDouble(), within(1e-9));
    }
    for (int q = 0; q < 3; q++) {
      assertThat(number(run, "pinball", 0, new double[] {0.1, 0.5, 0.9}[q]))
          .isCloseTo(golden.get("pinball").get(q).asDouble(), within(1e-5));
    }
    assertThat(number(run, "mase", 0, null)).isLessThan(1);
    assertThat(run.model()).isNotNull();
    assertThat(run.forecasts().crossing()[0]).isZero();
  }

  @Test
  void aForecasterWhoseDescriptionDoesNotFitIsRefusedInOneSentence() throws IOException {
    assertRefused(model("\"quantiles\": [0.9, 0.5, 0.1]"), "do not ascend between 0 and 1");
    assertRefused(model("\"quantiles\": [0.5]"), "3 numbers a step, and the description names 1");
    assertRefused(model("\"classes\": []"), "3 numbers a step, and the description names no");
  }

  private void assertRefused(Path model, String sentence) {
    assertThatThrownBy(() -> run(model, 1))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(sentence);
  }

  private ForecastRun run(Path model, int from) {
    return run(
        new ForecastRequest(
            model,
            null,
            folder.resolve("series.csv"),
            null,
            "load",
            null,
            null,
            "",
            from,
            12,
            List.of(),
            7,
            60));
  }

  private static double number(
      ForecastRun run, String metric, int step, @Nullable Double quantile) {
    return run.numbers().stream()
        .filter(n -> n.slice().isWhole() && n.metric().equals(metric) && n.step() == step)
        .filter(n -> Objects.equals(n.quantile(), quantile))
        .findFirst()
        .orElseThrow()
        .value()
        .orNaN();
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in = resource("scores.json")) {
      return Json.mapper().readTree(in);
    }
  }

  /// The model, its table and a description.
  private Path model(String quantiles) throws IOException {
    for (String name : List.of("forecaster.onnx", "series.csv")) {
      try (InputStream in = resource(name)) {
        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.writeString(
        folder.resolve("forecaster.model.json"),
        """
        {"task": "regression",
         "inputs": [{"name": "window", "binding": {"window": 24, "columns": ["load"],
                     "group": "station", "order": "hour"}}],
         "outputs": [{"name": "quantiles", "meaning": "forecasts", %s}]}
        """
            .formatted(quantiles));
    return folder.resolve("forecaster.onnx");
  }

  @Test
  void whatDoesNotFitIsRefusedInOneSentence() throws IOException {
    Path twice = write("t,y,forecast_1", "1,5,5", "2,6,5", "2,7,6", "3,7,7");
    Path rising = write("t,y,forecast_1,forecast_2", "1,5,5,5", "2,6,5,5");

    assertThatThrownBy(() -> run(twice, "y", null, "t", 1, List.of()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Rows 2 and 3 of one series have the same time in column 't'.");
    assertThatThrownBy(() -> run(rising, "y", null, null, 1, List.of()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(
            "The horizon of 2 steps does not fit the targets: the longest series has 2 rows.");
    assertThatThrownBy(() -> run(rising, "y", null, null, 0, List.of()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("A season of 0 rows is none.");
  }

  private Path write(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "f", ".csv"), List.of(lines));
  }

  private static InputStream resource(String name) {
    return ForecastMetrics.class.getResourceAsStream(name);
  }

  private static ForecastRun run(
      Path table,
      String target,
      @Nullable String series,
      @Nullable String order,
      int season,
      List<String> sensitive) {
    return run(
        new ForecastRequest(
            null,
            null,
            table,
            null,
            target,
            series,
            order,
            "forecast_",
            1,
            season,
            sensitive,
            7,
            60));
  }

  private static ForecastRun run(ForecastRequest request) {
    return new EvaluateForecasts(
            (bytes, deadline) -> Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline)))
        .run(request, Progress.NONE, new Cancellation());
  }
}
