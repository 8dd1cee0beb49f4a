package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.common.Json;
import dev.assay.metric.forecast.ForecastModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Forecasts through the whole pipeline: numbers, verdict, report, card.
class AuditedForecastsTest {

  @TempDir Path folder;

  @Test
  void aForecasterIsAuditedLikeAnyOtherModel() throws IOException {
    Path model = ForecastModel.in(folder);
    JsonNode golden = ForecastModel.goldens();
    Path out = folder.resolve("out");

    Cli cli =
        Cli.run(
            "audit",
            "--model",
            model.toString(),
            "--data",
            folder.resolve("series.csv").toString(),
            "--label",
            "load",
            "--sensitive",
            "station",
            "--from",
            golden.get("from").asString(),
            "--season",
            "12",
            "--policy",
            "forecasts",
            "--workspace",
            folder.resolve("w.assay").toString(),
            "--out",
            out.toString());

    assertThat(cli.exitCode()).as(cli.err()).isIn(0, 1, 5);
    JsonNode facts = Json.mapper().readTree(Files.readString(out.resolve("evaluation.json")));
    assertThat(facts.get("task").asString()).isEqualTo("forecasting");
    for (int step = 1; step <= 4; step++) {
      assertThat(row(facts, "mae", "step " + step, null).get("value").asDouble())
          .isCloseTo(golden.get("mae").get(step - 1).asDouble(), within(1e-5));
      assertThat(row(facts, "interval_coverage", "step " + step, null).get("value").asDouble())
          .isCloseTo(golden.get("coverage").get(step - 1).asDouble(), within(1e-9));
    }
    assertThat(row(facts, "relative_mae", null, null).get("upper").asDouble()).isLessThan(1);
    assertThat(row(facts, "interval_nominal", null, null).get("value").asDouble())
        .isCloseTo(0.8, within(1e-9));
    assertThat(row(facts, "mae", null, "north").get("n").asInt()).isPositive();
    assertThat(facts.get("disparities").toString()).contains("mae_difference");
    JsonNode audit = Json.mapper().readTree(Files.readString(out.resolve("audit.json")));
    assertThat(audit.toString())
        .contains("forecast.better_than_naive", "forecast.coverage_by_step", "(step 4)");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Forecasts by step", "Error by step", "Coverage by step", "Width of the band");
    assertThat(Files.readString(out.resolve("model-card.md")))
        .contains("time-series-forecasting", "relative_mae");
    writtenInGerman();
  }

  private void writtenInGerman() {
    Path german = folder.resolve("de.html");
    Cli report =
        Cli.run(
            "report",
            "latest",
            "--language",
            "de",
            "--format",
            "html",
            "--workspace",
            folder.resolve("w.assay").toString(),
            "--out",
            german.toString());
    assertThat(report.exitCode()).as(report.err()).isZero();
  }

  @Test
  void forecastsThatStandInTheTableAreGated() throws IOException {
    List<String> lines = new ArrayList<>(List.of("t,y,forecast_1,forecast_2"));
    for (int t = 0; t < 80; t++) {
      lines.add(t + "," + (2 * t + t % 3) + "," + (2 * t + 2) + "," + (2 * t + 4));
    }
    Path table = Files.write(folder.resolve("f.csv"), lines);
    String[] usual = {
      "gate", "--data", table.toString(), "--label", "y", "--policy", "forecasts", "--json"
    };

    Cli gate = run(usual, "--order", "t", "--forecasts", "forecast_");
    Cli none = run(usual, "--order", "t", "--forecasts", "guess_");
    Cli cost = run(usual, "--order", "t", "--forecasts", "forecast_", "--cost");

    assertThat(gate.exitCode()).as(gate.err()).isIn(1, 5);
    assertThat(gate.json().toString()).contains("forecast.better_than_naive");
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).contains("No column holds a forecast", "[FORECAST-COLUMNS]");
    assertThat(cost.err()).contains("[USAGE-COST]");
  }

  private static Cli run(String[] usual, String... more) {
    return Cli.run(Stream.concat(Stream.of(usual), Stream.of(more)).toList());
  }

  private static JsonNode row(
      JsonNode facts, String metric, @Nullable String target, @Nullable String station) {
    return StreamSupport.stream(facts.get("metrics").spliterator(), false)
        .filter(m -> m.get("metric").asString().equals(metric))
        .filter(m -> Objects.equals(m.path("target").asString(null), target))
        .filter(m -> Objects.equals(m.path("slice").path("station").asString(null), station))
        .findFirst()
        .orElseThrow();
  }
}
