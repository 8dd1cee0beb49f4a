package dev.assay.modelcard.exchange;

import dev.assay.modelcard.ModelCards;
import java.nio.charset.StandardCharsets;

/// Formats of model cards that machines read. Equal audits and texts give equal bytes.
public enum ModelCardFormat {
  /// `README.md` with metadata and `model-index`.
  HUGGING_FACE("Hugging Face README", "README.md"),
  /// The schema of Google's Model Card Toolkit, 0.0.2.
  GOOGLE("Google Model Card Toolkit", "model-card.google.json"),
  /// A bill of materials with a model card.
  CYCLONEDX("CycloneDX 1.6 bill of materials", "model-card.cdx.json"),
  /// The AI and dataset profiles of SPDX 3.0.1.
  SPDX("SPDX 3.0 AI profile", "model-card.spdx.json");

  private final String title;
  private final String fileName;

  ModelCardFormat(String title, String fileName) {
    this.title = title;
    this.fileName = fileName;
  }

  /// Name for people.
  public String title() {
    return title;
  }

  /// How such a file is usually called.
  public String fileName() {
    return fileName;
  }

  /// The card in this format, UTF-8.
  public byte[] write(CardSource source) {
    return switch (this) {
      case HUGGING_FACE ->
          ModelCards.markdown(ModelCards.of(source.dossier(), source.narrative()))
              .getBytes(StandardCharsets.UTF_8);
      case GOOGLE -> GoogleCard.write(source);
      case CYCLONEDX -> CycloneDxCard.write(source);
      case SPDX -> SpdxCard.write(source);
    };
  }
}
