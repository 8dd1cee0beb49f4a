package dev.assay.inference.cost;

import dev.assay.inference.ScoreRequest;

/// Asks what running a model takes.
///
/// @param score the model, the dataset that its inputs are taken from and how it runs
/// @param budgetMillis time that may be spent on timing calls
public record CostRequest(ScoreRequest score, long budgetMillis) {}
