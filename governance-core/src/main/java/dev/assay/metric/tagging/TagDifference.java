package dev.assay.metric.tagging;

import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/// A number of two runs that tag the same texts.
///
/// @param metric id
/// @param type type of entities that it speaks of, absent for all
/// @param first the first run's
/// @param second the second run's
/// @param interval of second − first, absent where no text moves the difference
public record TagDifference(
    String metric,
    @Nullable String type,
    MetricValue first,
    MetricValue second,
    @Nullable Interval interval) {}
