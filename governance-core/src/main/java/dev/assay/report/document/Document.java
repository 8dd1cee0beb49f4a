package dev.assay.report.document;

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
/// @param edition how it is brought out
public record Document(
    String id,
    String title,
    Text subtitle,
    String description,
    String author,
    Instant created,
    List<Block.Section> sections,
    String kind,
    String imprint,
    Edition edition) {

  /// In English, without branding.
  public Document(
      String id,
      String title,
      Text subtitle,
      String description,
      String author,
      Instant created,
      List<Block.Section> sections,
      String kind,
      String imprint) {
    this(id, title, subtitle, description, author, created, sections, kind, imprint, Edition.PLAIN);
  }

  /// What stands at its end: whose it is, and the imprint.
  public String closing() {
    String footer = edition.branding().footer();
    return footer.isEmpty() ? imprint : footer + " · " + imprint;
  }

  /// Its fixed words.
  public Words words() {
    return edition.words();
  }
}
