package dev.assay.evaluation;

import dev.assay.common.Rounded;
import dev.assay.dataset.Warning;
import dev.assay.metric.forecast.ForecastMetrics;
import dev.assay.predictions.Forecasts;
import java.util.ArrayList;
import java.util.List;

/// What should be known of forecasts before their numbers are read.
public final class ForecastWarnings {

  private ForecastWarnings() {}

  /// Quantiles that cross, and times that the table jumps over.
  public static List<Warning> of(Forecasts forecasts, ForecastMetrics metrics) {
    List<Warning> warnings = new ArrayList<>();
    long[] crossing = forecasts.crossing();
    if (crossing[0] > 0) {
      warnings.add(
          new Warning(
              "FORECAST-CROSSING",
              Rounded.count(crossing[0])
                  + " of "
                  + Rounded.count(crossing[1])
                  + " forecasts have quantiles that cross: a higher one lies below a lower one.",
              "They are measured as they are; sort the quantiles of each forecast, or train them"
                  + " together."));
    }
    long gaps = metrics.acrossGaps();
    if (gaps > 0) {
      warnings.add(
          new Warning(
              "FORECAST-GAPS",
              Rounded.count(gaps)
                  + " forecasts speak of times that the table jumps over; they are left out.",
              "Give the missing rows, with an empty target where it is unknown."));
    }
    return List.copyOf(warnings);
  }
}
