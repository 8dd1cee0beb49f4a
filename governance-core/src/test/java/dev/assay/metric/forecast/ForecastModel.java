package dev.assay.metric.forecast;

import dev.assay.common.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// The tiny forecaster of the tests: four steps and three quantiles of two stations.
public final class ForecastModel {

  private ForecastModel() {}

  /// Copies the model, its description and its table.
  ///
  /// @return the model
  public static Path in(Path folder) throws IOException {
    for (String name : List.of("forecaster.onnx", "series.csv")) {
      try (InputStream in = resource(name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
    Files.writeString(
        folder.resolve("forecaster.model.json"),
        """
        {"task": "regression",
         "inputs": [{"name": "window", "binding": {"window": 24, "columns": ["load"],
                     "group": "station", "order": "hour"}}],
         "outputs": [{"name": "quantiles", "meaning": "forecasts", "quantiles": [0.1, 0.5, 0.9]}]}
        """);
    return folder.resolve("forecaster.onnx");
  }

  /// What numpy says.
  public static JsonNode goldens() throws IOException {
    try (InputStream in = resource("scores.json")) {
      return Json.mapper().readTree(in);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        ForecastModel.class.getResourceAsStream("/dev/assay/metric/forecast/" + name));
  }
}
