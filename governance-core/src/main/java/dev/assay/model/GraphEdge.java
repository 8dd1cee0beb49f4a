package dev.assay.model;

/// A value on its way.
///
/// @param from index of the box that makes it
/// @param to index of a box that uses it
/// @param value its name
/// @param type "float [batch, 128]"; empty when the file does not say
public record GraphEdge(int from, int to, String value, String type) {}
