package dev.assay.model;

import java.util.List;

/// Which columns feed an input.
///
/// @param input name of the graph's input
/// @param columns one column for shape [N] or [N,1]; several, in order, for a matrix [N,k]
/// @param reason "descriptor", or why it was guessed: "same name", "metadata feature_names"
public record InputBinding(String input, List<String> columns, String reason) {}
