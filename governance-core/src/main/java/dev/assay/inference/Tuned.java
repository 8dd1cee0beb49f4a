package dev.assay.inference;

/// What was found to be fastest.
///
/// @param threads intra-op threads
/// @param tuning the rest
public record Tuned(int threads, Tuning tuning) {}
