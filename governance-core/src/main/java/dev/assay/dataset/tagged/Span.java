package dev.assay.dataset.tagged;

/// A marked part of a text.
///
/// @param from where it begins, in characters of Unicode
/// @param to where it ends: the first place behind it
/// @param label what it is
public record Span(int from, int to, String label) {}
