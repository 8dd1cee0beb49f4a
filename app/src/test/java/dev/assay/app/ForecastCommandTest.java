package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.common.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Forecasts in a table, from the command line.
class ForecastCommandTest {

  @TempDir Path folder;

  @Test
  void forecastsAreMeasuredAndWritten() throws IOException {
    List<String> lines = new ArrayList<>(List.of("t,y,forecast_1,forecast_2"));
    for (int t = 0; t < 30; t++) {
      lines.add(t + "," + 2 * t + "," + 2 * t + "," + 2 * t);
    }
    Path table = Files.write(folder.resolve("f.csv"), lines);
    Path out = folder.resolve("out");

    Cli run =
        Cli.run(
            "forecast",
            "--data",
            table.toString(),
            "--target",
            "y",
            "--order",
            "t",
            "--json",
            "--out",
            out.toString());

    assertThat(run.exitCode()).isZero();
    JsonNode found = Json.mapper().readTree(run.out());
    assertThat(found.get("schema").asString()).isEqualTo("assay.forecast/1");
    for (JsonNode metric : found.get("metrics")) {
      if (metric.get("metric").asString().equals("mae")) {
        double expected =
            switch (metric.get("step").asString()) {
              case "1" -> 2;
              case "2" -> 4;
              default -> (29 * 2 + 28 * 4) / 57.0;
            };
        assertThat(metric.get("value").asDouble()).isEqualTo(expected);
      }
    }
    assertThat(out.resolve("forecast.json")).hasContent(run.out());
  }

  @Test
  void aTableWithoutForecastsIsRefused() throws IOException {
    Path table = Files.write(folder.resolve("f.csv"), List.of("t,y", "1,2", "2,3"));

    Cli run = Cli.run("forecast", "--data", table.toString(), "--target", "y");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("No column holds a forecast");
  }
}
