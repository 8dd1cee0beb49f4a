package dev.assay.app.cli;

import dev.assay.usecase.ForecastAsked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How forecasts of several steps are measured, where a model makes some or the dataset holds some.
final class ForecastOptions {

  @Option(
      names = "--series",
      paramLabel = "COL",
      description =
          "Column that names the series of forecasts (default: that of the model's windows).")
  @Nullable String series;

  @Option(
      names = "--order",
      paramLabel = "COL",
      description =
          "Column of the times of forecasts (default: that of the model's windows, else rows stand"
              + " in order).")
  @Nullable String order;

  @Option(
      names = "--forecasts",
      paramLabel = "PREFIX",
      description =
          "Without a model: how the columns begin that hold forecasts, such as forecast_ of"
              + " forecast_1, forecast_1_q0.9. The truth is in --label.")
  @Nullable String prefix;

  @Option(
      names = "--from",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "First row of each series whose forecasts are measured; rows before it are history"
              + " (default: ${DEFAULT-VALUE}).")
  int from = 1;

  @Option(
      names = "--season",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Rows of a season, for the naive forecast that errors are compared with (default:"
              + " ${DEFAULT-VALUE}, the last value).")
  int season = 1;

  ForecastAsked asked() {
    return new ForecastAsked(series, order, prefix, from, season);
  }
}
