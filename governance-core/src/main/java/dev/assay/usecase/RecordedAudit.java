package dev.assay.usecase;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.modelcard.ModelCard;
import dev.assay.modelcard.ModelCards;

/// An audit with everything it rests on.
///
/// @param dossier the audit, the facts and the policy
public record RecordedAudit(Dossier dossier) {

  /// What was decided.
  public Audit audit() {
    return dossier.audit();
  }

  /// The model card that follows from it.
  public ModelCard card() {
    return ModelCards.of(dossier);
  }
}
