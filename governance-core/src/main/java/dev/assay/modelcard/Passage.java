package dev.assay.modelcard;

import java.time.Instant;

/// What somebody wrote in a section of a card.
///
/// @param text Markdown
/// @param author who wrote it
/// @param written when, UTC
public record Passage(String text, String author, Instant written) {

  /// The longest text of a section, characters.
  public static final int LONGEST = 20_000;
}
