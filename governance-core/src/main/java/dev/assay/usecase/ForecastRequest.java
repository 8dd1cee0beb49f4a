package dev.assay.usecase;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which forecasts are to be measured.
///
/// @param model a model that makes the forecasts; absent = they stand in the table
/// @param modelSpec description of the model; absent = the one beside it
/// @param data a table with one row a time of a series, its truth and the forecasts made at it
/// @param datasetSpec description of the table; absent = the one beside it, else a guess
/// @param target column of the truth
/// @param series column that names the series; absent = one
/// @param order column of times; absent = the rows of a series stand in order, one step apart
/// @param prefix beginning of the forecasts' columns: "forecast_" of `forecast_1`,
///   `forecast_1_q0.9`
/// @param from the first row of each series, from 1 in order of time, whose forecasts are measured;
///   rows before it are history
/// @param season rows of a season, 1 = the last value is the naive forecast
/// @param sensitive columns whose groups are measured
/// @param seed of the bootstrap
/// @param timeoutSeconds longest time the reading may take
public record ForecastRequest(
    @Nullable Path model,
    @Nullable Path modelSpec,
    Path data,
    @Nullable Path datasetSpec,
    String target,
    @Nullable String series,
    @Nullable String order,
    String prefix,
    int from,
    int season,
    List<String> sensitive,
    long seed,
    long timeoutSeconds) {}
