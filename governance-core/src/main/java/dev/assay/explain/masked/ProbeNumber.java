package dev.assay.explain.masked;

import dev.assay.metric.Interval;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A number that a probe gives.
///
/// @param metric id: "mean_reciprocal_rank"
/// @param slice group by column; empty for all rows
/// @param value absent where it is undefined
/// @param undefined why there is no value
/// @param interval absent where none can be given
/// @param n rows that it rests on
public record ProbeNumber(
    String metric,
    SortedMap<String, String> slice,
    @Nullable Double value,
    @Nullable String undefined,
    @Nullable Interval interval,
    int n) {}
