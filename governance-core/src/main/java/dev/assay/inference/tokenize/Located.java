package dev.assay.inference.tokenize;

/// The tokens of a text and where they stand in it.
///
/// @param tokens the tokens
/// @param from where each begins in the text, in Java's characters; -1 for special tokens
/// @param to where each ends; -1 for special tokens
public record Located(Encoded tokens, int[] from, int[] to) {}
