package dev.assay.inference.cost;

import org.jspecify.annotations.Nullable;

/// Memory of the process that ran the model, Java and its engines included.
///
/// @param peakBytes the most it ever had in memory; absent when the system does not tell
/// @param beforeBytes the most it had before the model was loaded; absent likewise
public record Memory(@Nullable Long peakBytes, @Nullable Long beforeBytes) {}
