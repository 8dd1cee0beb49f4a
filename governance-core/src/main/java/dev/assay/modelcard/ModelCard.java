package dev.assay.modelcard;

import java.util.List;
import java.util.SortedMap;

/// A model card: metadata for machines and sections for people.
///
/// @param name name of the model
/// @param metadata Hugging Face metadata (the YAML block), including `model-index`
/// @param sections in order
/// @param missing sections that only people can write and nobody has
/// @param completeness how much of what only people can write is written
/// @param signature who wrote the narrative, until when; empty where nobody did
public record ModelCard(
    String name,
    SortedMap<String, Object> metadata,
    List<Section> sections,
    List<String> missing,
    Completeness completeness,
    String signature) {

  /// A section.
  ///
  /// @param heading of the section
  /// @param body Markdown
  public record Section(String heading, String body) {}
}
