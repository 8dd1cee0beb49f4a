package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.modelcard.ModelCards;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.exchange.CardSource;
import dev.assay.modelcard.exchange.ModelCardFormat;
import dev.assay.report.content.CardDocument;
import dev.assay.report.document.Document;
import dev.assay.report.writer.DocxWriter;
import dev.assay.report.writer.PdfWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a model card can be written as.
public enum CardFormat {
  /// Markdown with the metadata that Hugging Face reads.
  MARKDOWN("Markdown for Hugging Face", "README.md", ".md", List.of("md", "markdown", "hf")),
  /// A page that needs nothing else.
  HTML("HTML page", "model-card.html", ".html", List.of("html", "htm")),
  /// Pages to print and to file.
  PDF("PDF", "model-card.pdf", ".pdf", List.of("pdf")),
  /// For those who must edit it.
  DOCX("DOCX, to be edited", "model-card.docx", ".docx", List.of("docx")),
  /// The schema of Google's Model Card Toolkit.
  GOOGLE(
      "Google Model Card Toolkit 0.0.2",
      "model-card.google.json",
      ".google.json",
      List.of("google")),
  /// A bill of materials.
  CYCLONEDX(
      "CycloneDX 1.6 bill of materials",
      "model-card.cdx.json",
      ".cdx.json",
      List.of("cyclonedx", "cdx")),
  /// JSON-LD with the AI profile.
  SPDX("SPDX 3.0 with AI profile", "model-card.spdx.json", ".spdx.json", List.of("spdx"));

  private final String title;
  private final String fileName;
  private final String ending;
  private final List<String> words;

  CardFormat(String title, String fileName, String ending, List<String> words) {
    this.title = title;
    this.fileName = fileName;
    this.ending = ending;
    this.words = words;
  }

  /// Name for people.
  public String title() {
    return title;
  }

  /// How such a file is usually called.
  public String fileName() {
    return fileName;
  }

  /// How names of such files end: ".cdx.json".
  public String ending() {
    return ending;
  }

  /// The card of an audit in this format; equal audits and texts give equal bytes.
  ///
  /// @param narrative what people wrote
  public byte[] bytes(RecordedAudit recorded, Narrative narrative) {
    CardSource source = new CardSource(recorded.dossier(), narrative);
    return switch (this) {
      case MARKDOWN -> ModelCardFormat.HUGGING_FACE.write(source);
      case HTML ->
          ModelCards.html(ModelCards.of(recorded.dossier(), narrative))
              .getBytes(StandardCharsets.UTF_8);
      case PDF -> PdfWriter.write(document(recorded, narrative));
      case DOCX -> DocxWriter.write(document(recorded, narrative));
      case GOOGLE -> ModelCardFormat.GOOGLE.write(source);
      case CYCLONEDX -> ModelCardFormat.CYCLONEDX.write(source);
      case SPDX -> ModelCardFormat.SPDX.write(source);
    };
  }

  /// Whether the format is text.
  public boolean isText() {
    return this != PDF && this != DOCX;
  }

  private static Document document(RecordedAudit recorded, Narrative narrative) {
    return CardDocument.of(recorded.dossier(), ModelCards.of(recorded.dossier(), narrative));
  }

  /// The format that a word names.
  ///
  /// @throws UsageError when none is called so
  public static CardFormat named(String word) {
    String asked = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> f.words.contains(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-CARD-FORMAT",
                    "There is no format of model cards '" + Visible.of(word, 40) + "'.",
                    "Give one of: " + known() + "."));
  }

  /// The format that the name of a file asks for.
  ///
  /// @throws UsageError when the name says nothing
  public static CardFormat ofFile(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".htm")) {
      return HTML;
    }
    return Arrays.stream(values())
        .filter(f -> name.endsWith(f.ending))
        .findFirst()
        .orElseGet(
            () -> {
              if (name.endsWith(".json")) {
                throw new UsageError(
                    "USAGE-CARD-FORMAT",
                    "The name '"
                        + Visible.of(name, 80)
                        + "' does not say which of the formats in JSON is meant.",
                    "Give --format google, cyclonedx or spdx.");
              }
              return MARKDOWN;
            });
  }

  /// "md, html, google, …".
  public static String known() {
    return Arrays.stream(values()).map(f -> f.words.getFirst()).collect(Collectors.joining(", "));
  }
}
