package dev.assay.modelcard;

import dev.assay.audit.Dossier;

/// Fills model cards from audits.
public final class ModelCards {

  private ModelCards() {}

  /// The card of an audited model.
  public static ModelCard of(Dossier dossier) {
    throw new IllegalStateException("to be built");
  }

  /// The card as Markdown with a YAML header, as Hugging Face reads it.
  public static String markdown(ModelCard card) {
    throw new IllegalStateException("to be built");
  }
}
