package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.calibration.ScoreFit;
import dev.assay.slice.SliceKey;
import org.jspecify.annotations.Nullable;

/// What is known of one slice of a binary classifier.
///
/// @param key names the slice
/// @param counts sufficient statistics
/// @param fit how scores relate to labels, null without scores
/// @param aboveMedian weight of rows whose score for the favourable outcome is above the full
///   sample's median; NaN without scores
record BinarySlice(
    SliceKey key, BinaryStatistics counts, @Nullable ScoreFit fit, double aboveMedian) {}
