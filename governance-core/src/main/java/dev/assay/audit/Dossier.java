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
/// @param signOff how far it came and who signed; absent before anybody did anything
public record Dossier(
    Audit audit,
    EvaluatedRun run,
    Policy policy,
    @Nullable Review review,
    @Nullable SignOff signOff) {

  /// A dossier that nobody has reviewed.
  public Dossier(Audit audit, EvaluatedRun run, Policy policy) {
    this(audit, run, policy, null, null);
  }

  /// The same with a review.
  public Dossier with(Review later) {
    return new Dossier(audit, run, policy, later, signOff);
  }

  /// The same with what was signed.
  public Dossier with(SignOff signed) {
    return new Dossier(audit, run, policy, review, signed);
  }

  /// What people sign: without the signatures themselves, so that the first and the last signer
  /// sign the same.
  public Dossier toSign() {
    return new Dossier(audit, run, policy, review, null);
  }
}
