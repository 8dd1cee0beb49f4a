package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.dataset.Warning;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.metric.forecast.ForecastNumber;
import dev.assay.predictions.Forecasts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of measuring forecasts.
///
/// @param data digest of the table
/// @param model digest of the model, absent where forecasts stand in the table
/// @param rows rows of the table
/// @param request what was asked
/// @param forecasts the forecasts
/// @param numbers what they are like
/// @param warnings what should be known
public record ForecastRun(
    Digest data,
    @Nullable Digest model,
    int rows,
    ForecastRequest request,
    Forecasts forecasts,
    List<ForecastNumber> numbers,
    List<Warning> warnings) {

  /// As `assay.forecast/1`, one entry a number.
  public String json() {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    long[] crossing = forecasts.crossing();
    root.put("schema", "assay.forecast/1");
    root.put("data", Map.of("sha256", data.sha256(), "rows", rows));
    if (model != null) {
      root.put("model", Map.of("sha256", model.sha256()));
    }
    root.put("from", request.from());
    root.put("seed", request.seed());
    root.put("season", request.season());
    root.put("series", forecasts.order().series().size());
    root.put("horizon", forecasts.horizon());
    root.put("quantiles", forecasts.quantiles());
    root.put("crossing", Map.of("count", crossing[0], "of", crossing[1]));
    root.put("metrics", numbers.stream().map(ForecastRun::entry).toList());
    root.put(
        "warnings",
        warnings.stream().map(w -> Map.of("code", w.code(), "sentence", w.sentence())).toList());
    return Json.pretty(root);
  }

  private static Map<String, @Nullable Object> entry(ForecastNumber number) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("metric", number.metric());
    entry.put("step", number.step() == 0 ? "all" : number.step());
    if (number.quantile() != null) {
      entry.put("quantile", number.quantile());
    }
    if (number.upper() != null) {
      entry.put("upper_quantile", number.upper());
    }
    entry.put("slice", number.slice().conditions());
    entry.put("targets", number.targets());
    entry.put("times", number.times());
    switch (number.value()) {
      case MetricValue.Defined defined -> {
        entry.put("value", defined.value());
        Interval interval = defined.interval();
        if (interval != null) {
          entry.put("lower", interval.lower());
          entry.put("upper", interval.upper());
          entry.put("level", interval.level());
          entry.put("method", interval.method());
        }
      }
      case MetricValue.Undefined undefined -> {
        entry.put("value", null);
        entry.put("undefined", undefined.reason());
      }
    }
    return entry;
  }
}
