package dev.assay.metric.forecast;

import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import org.jspecify.annotations.Nullable;

/// One number about forecasts.
///
/// @param metric id: mae, rmse, mean_error, mase, relative_mae, smape, pinball,
///   weighted_quantile_loss, interval_coverage, interval_width
/// @param quantile the quantile it is about; the lower one of an interval; absent for others
/// @param upper the upper quantile of an interval, absent for others
/// @param step steps ahead, 0 = all steps together
/// @param slice group of the rows at which the forecasts were made
/// @param value the number
/// @param standardError of the number, from the draws of its interval; NaN where there are none
/// @param targets how many truths it rests on
/// @param times distinct times at which the forecasts were made
public record ForecastNumber(
    String metric,
    @Nullable Double quantile,
    @Nullable Double upper,
    int step,
    SliceKey slice,
    MetricValue value,
    double standardError,
    long targets,
    int times) {}
