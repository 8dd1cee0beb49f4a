package dev.assay.predictions;

/// A true entity that the tags of the words cannot show, because another entity has its words.
///
/// @param type name of its type
/// @param from its first word
/// @param to the first word behind it
public record HiddenEntity(String type, int from, int to) {}
