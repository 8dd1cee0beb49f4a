package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.modelcard.Datasheet;
import dev.assay.modelcard.exchange.CycloneDxDatasheet;
import dev.assay.report.content.DatasheetDocument;
import dev.assay.report.document.Document;
import dev.assay.report.writer.DocxWriter;
import dev.assay.report.writer.HtmlWriter;
import dev.assay.report.writer.PdfWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a datasheet can be written as.
public enum DatasheetFormat {
  /// Markdown that reads back as its words.
  MARKDOWN("Markdown", "md", ".md"),
  /// A page that needs nothing else.
  HTML("HTML page", "html", ".html"),
  /// Pages to print and to file.
  PDF("PDF", "pdf", ".pdf"),
  /// For those who must edit it.
  DOCX("DOCX, to be edited", "docx", ".docx"),
  /// A bill of materials with a data component.
  CYCLONEDX("CycloneDX 1.6 bill of materials", "cyclonedx", ".cdx.json");

  private final String title;
  private final String word;
  private final String ending;

  DatasheetFormat(String title, String word, String ending) {
    this.title = title;
    this.word = word;
    this.ending = ending;
  }

  /// Name for people.
  public String title() {
    return title;
  }

  /// How names of such files end.
  public String ending() {
    return ending;
  }

  /// Whether the format is text.
  public boolean isText() {
    return this != PDF && this != DOCX;
  }

  /// The datasheet in this format; equal data, words and time give equal bytes.
  ///
  /// @param author who writes it
  /// @param changed when the data was changed last
  public byte[] bytes(Datasheet sheet, String author, Instant changed) {
    Document document = DatasheetDocument.of(sheet, author, changed);
    return switch (this) {
      case MARKDOWN -> sheet.markdown().getBytes(StandardCharsets.UTF_8);
      case HTML -> HtmlWriter.write(document);
      case PDF -> PdfWriter.write(document);
      case DOCX -> DocxWriter.write(document);
      case CYCLONEDX -> CycloneDxDatasheet.write(sheet);
    };
  }

  /// The format that a word names.
  ///
  /// @throws UsageError when none is called so
  public static DatasheetFormat named(String asked) {
    return Arrays.stream(values())
        .filter(f -> f.word.equals(asked.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-DATASHEET-FORMAT",
                    "There is no format of datasheets '" + Visible.of(asked, 40) + "'.",
                    "Give one of: "
                        + Arrays.stream(values()).map(f -> f.word).collect(Collectors.joining(", "))
                        + "."));
  }

  /// The format that the name of a file asks for; Markdown where it says nothing.
  public static DatasheetFormat ofFile(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> name.endsWith(f.ending))
        .findFirst()
        .orElse(MARKDOWN);
  }
}
