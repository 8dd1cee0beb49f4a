package dev.assay.compare;

import dev.assay.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/// One number of two runs.
///
/// @param metric id
/// @param subject whose number it is
/// @param target the class it speaks of in a multiclass task, absent otherwise
/// @param first the first run's number (champion)
/// @param second the second run's number (challenger)
/// @param difference second − first with its interval, or why there is none
/// @param n rows it rests on; the smaller number where the runs have different rows
/// @param paired whether the interval uses that both runs decided the same rows
/// @param pValue of "they are equal" before correction, absent where there is none
/// @param pValueAdjusted after Holm's correction for all numbers compared
/// @param outcome what it amounts to
/// @param reason in words
public record Difference(
    String metric,
    Subject subject,
    @Nullable String target,
    MetricValue first,
    MetricValue second,
    MetricValue difference,
    long n,
    boolean paired,
    @Nullable Double pValue,
    @Nullable Double pValueAdjusted,
    Outcome outcome,
    String reason) {}
