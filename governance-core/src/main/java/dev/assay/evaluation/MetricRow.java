package dev.assay.evaluation;

import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import org.jspecify.annotations.Nullable;

/// One number of an evaluation.
///
/// @param metric id of the metric
/// @param slice whose number it is
/// @param target the class it speaks of in a multiclass task ("one vs rest"), absent otherwise
/// @param value the number and its interval, or why there is none
/// @param n rows in the slice
/// @param numerator for rates: weight of the event, absent otherwise
/// @param denominator for rates: weight of those at risk, absent otherwise
public record MetricRow(
    String metric,
    SliceKey slice,
    @Nullable String target,
    MetricValue value,
    long n,
    @Nullable Double numerator,
    @Nullable Double denominator) {}
