package dev.assay.model;

/// An attribute of an operator.
///
/// @param name its name
/// @param value its value in short words: "0.5", "[1, 1, 2, 2]", "graph of 12 nodes"
public record GraphAttribute(String name, String value) {}
