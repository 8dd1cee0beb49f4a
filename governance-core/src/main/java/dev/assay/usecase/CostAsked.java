package dev.assay.usecase;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// That the cost of a model is to be measured, and what it is held against.
///
/// @param prices the user's price sheets; empty = the examples that come with Assay
/// @param monthly predictions a month, absent when nobody said
/// @param latencyBudgetMillis most milliseconds that a prediction may take, absent when nobody said
public record CostAsked(
    List<Path> prices, @Nullable Long monthly, @Nullable Double latencyBudgetMillis) {}
