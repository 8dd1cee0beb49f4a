package dev.assay.metric.tagging;

/// An entity in a text.
///
/// @param type place in [dev.assay.predictions.TagNames#types()]
/// @param from its first word
/// @param to the first word behind it
public record Entity(int type, int from, int to) {}
