package dev.assay.audit;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Policy;
import org.jspecify.annotations.Nullable;

/// An audit with everything it rests on; reports and model cards are pure functions of it.
///
/// @param audit what was decided
/// @param run the facts, and how data and model were read
/// @param policy what was judged by
/// @param review what people made of it; absent before anybody began
public record Dossier(Audit audit, EvaluatedRun run, Policy policy, @Nullable Review review) {

  /// A dossier that nobody has reviewed.
  public Dossier(Audit audit, EvaluatedRun run, Policy policy) {
    this(audit, run, policy, null);
  }

  /// The same with a review.
  public Dossier with(Review later) {
    return new Dossier(audit, run, policy, later);
  }
}
