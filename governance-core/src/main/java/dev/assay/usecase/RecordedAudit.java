package dev.assay.usecase;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.ModelCard;
import dev.assay.modelcard.ModelCards;
import dev.assay.modelcard.Narrative;
import java.util.List;

/// An audit with everything it rests on.
///
/// @param dossier the audit, the facts and the policy
/// @param cards what people wrote on its card, the latest version first
public record RecordedAudit(Dossier dossier, List<CardVersion> cards) {

  /// One on whose card nobody wrote anything.
  public RecordedAudit(Dossier dossier) {
    this(dossier, List.of());
  }

  /// What people wrote on its card, as it was saved last.
  public Narrative narrative() {
    return cards.isEmpty() ? Narrative.EMPTY : cards.getFirst().narrative();
  }

  /// What was decided.
  public Audit audit() {
    return dossier.audit();
  }

  /// The model card that follows from it and from what people wrote.
  public ModelCard card() {
    return ModelCards.of(dossier, narrative());
  }
}
