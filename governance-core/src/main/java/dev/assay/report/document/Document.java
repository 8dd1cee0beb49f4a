package dev.assay.report.document;

import dev.assay.common.Rounded;
import java.time.Instant;
import java.util.List;

/// A document.
///
/// @param id the audit's id, or what else names what it is about
/// @param title for people
/// @param subtitle below the title
/// @param description one sentence for catalogues of documents
/// @param author who recorded the audit
/// @param created when it was recorded; the only time a document knows
/// @param sections in order
/// @param kind what sort of document it is: "Assay audit report"
/// @param imprint the line at its end: which audit it belongs to
public record Document(
    String id,
    String title,
    Text subtitle,
    String description,
    String author,
    Instant created,
    List<Block.Section> sections,
    String kind,
    String imprint) {

  /// Language of our words.
  public static final String LANGUAGE = "en";

  /// The report of an audit.
  public Document(
      String id,
      String title,
      Text subtitle,
      String description,
      String author,
      Instant created,
      List<Block.Section> sections) {
    this(
        id,
        title,
        subtitle,
        description,
        author,
        created,
        sections,
        "Assay audit report",
        "Audit " + id + ", recorded " + Rounded.minute(created) + ".");
  }
}
