package dev.assay.usecase;

import org.jspecify.annotations.Nullable;

/// How forecasts are measured, where a model or a table holds some.
///
/// @param series column that names the series; absent = that of the model's windows, else one
/// @param order column of times; absent = that of the model's windows, else the order of the rows
/// @param prefix beginning of the columns that hold forecasts, where no model makes them; absent =
///   the table holds none
/// @param from the first row of each series, from 1 in order of time, whose forecasts are measured
/// @param season rows of a season, 1 = the last value is the naive forecast
public record ForecastAsked(
    @Nullable String series,
    @Nullable String order,
    @Nullable String prefix,
    int from,
    int season) {

  /// Nothing is said.
  public static final ForecastAsked USUAL = new ForecastAsked(null, null, null, 1, 1);
}
