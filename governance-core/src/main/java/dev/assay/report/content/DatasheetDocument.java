package dev.assay.report.content;

import dev.assay.modelcard.Datasheet;
import dev.assay.modelcard.DatasheetTopic;
import dev.assay.modelcard.ModelCard;
import dev.assay.report.document.Document;
import dev.assay.report.document.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A datasheet as a document tree, so that it can be printed and edited like a report.
public final class DatasheetDocument {

  private DatasheetDocument() {}

  /// The document of a datasheet.
  ///
  /// @param author who writes it
  /// @param changed when the data was changed last; the only time in it
  public static Document of(Datasheet sheet, String author, Instant changed) {
    List<ModelCard.Section> sections = new ArrayList<>(sheet.sections());
    if (!sheet.missing().isEmpty()) {
      String items =
          String.join(
              "\n",
              sheet.missing().stream()
                  .map((DatasheetTopic t) -> "- " + t.heading() + ": " + t.question())
                  .toList());
      sections.add(new ModelCard.Section("Still to be written by people", items));
    }
    String digest = sheet.data().digest().sha256();
    return new Document(
        digest,
        "Datasheet of " + sheet.name(),
        Text.of(sheet.completeness()),
        "Datasheet of " + sheet.name(),
        author,
        changed,
        CardDocument.sections(sections),
        "Datasheet",
        "Data of SHA-256 "
            + digest.substring(0, 16)
            + "…, changed last on "
            + Say.minute(changed)
            + ".");
  }
}
