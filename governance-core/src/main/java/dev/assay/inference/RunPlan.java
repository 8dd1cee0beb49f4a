package dev.assay.inference;

/// How a model is run.
///
/// @param provider execution provider: "cpu", "cuda:0"
/// @param batchRows rows a call; a model with a fixed batch dimension overrides it
/// @param threads intra-op threads
/// @param deadlineSeconds after this the run is stopped and reported
public record RunPlan(String provider, int batchRows, int threads, long deadlineSeconds) {}
