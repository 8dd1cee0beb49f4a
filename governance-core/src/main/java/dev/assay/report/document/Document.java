package dev.assay.report.document;

import java.time.Instant;
import java.util.List;

/// A document.
///
/// @param id the audit's id
/// @param title for people
/// @param subtitle below the title
/// @param description one sentence for catalogues of documents
/// @param author who recorded the audit
/// @param created when it was recorded; the only time a document knows
/// @param sections in order
public record Document(
    String id,
    String title,
    Text subtitle,
    String description,
    String author,
    Instant created,
    List<Block.Section> sections) {

  /// Language of our words.
  public static final String LANGUAGE = "en";
}
