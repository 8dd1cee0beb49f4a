package dev.assay.dataset.tagged;

/// A word of a text.
///
/// @param text the word
/// @param from where it begins in the text, in Java's characters
/// @param to where it ends: the first place behind it
public record Word(String text, int from, int to) {}
