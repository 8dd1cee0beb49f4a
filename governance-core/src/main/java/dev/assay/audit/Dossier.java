package dev.assay.audit;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Policy;
import dev.assay.regime.Coverage;
import dev.assay.regime.ll144.BiasAudits;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.regime.ll144.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An audit with everything it rests on; reports and model cards are pure functions of it.
///
/// @param audit what was decided
/// @param run the facts, and how data and model were read
/// @param policy what was judged by
/// @param review what people made of it; absent before anybody began
/// @param signOff how far it came and who signed; absent before anybody did anything
/// @param additions regimes, answers and feedback that people added
public record Dossier(
    Audit audit,
    EvaluatedRun run,
    Policy policy,
    @Nullable Review review,
    @Nullable SignOff signOff,
    Additions additions) {

  /// A dossier that nobody has reviewed.
  public Dossier(Audit audit, EvaluatedRun run, Policy policy) {
    this(audit, run, policy, null, null, Additions.NONE);
  }

  /// The same with a review.
  public Dossier with(Review later) {
    return new Dossier(audit, run, policy, later, signOff, additions);
  }

  /// The same with what was signed.
  public Dossier with(SignOff signed) {
    return new Dossier(audit, run, policy, review, signed, additions);
  }

  /// The same with what people added.
  public Dossier with(Additions added) {
    return new Dossier(audit, run, policy, review, signOff, added);
  }

  /// The evidence for each regime that the audit is held against.
  public List<Coverage> coverage() {
    return additions.regimes().values().stream()
        .map(r -> Coverage.of(r, run.evaluation(), additions.answers(r.id())))
        .toList();
  }

  /// The bias audit that people stated what it needs for; absent when nobody did.
  public Optional<BiasSummary> biasAudit() {
    return Optional.ofNullable(additions.statement()).map(this::biasAudit);
  }

  /// The bias audit of this audit's slices.
  ///
  /// @param statement what people state
  /// @throws dev.assay.common.UsageError when the audit does not hold the slices
  public BiasSummary biasAudit(Statement statement) {
    return new BiasSummary(
        statement,
        BiasAudits.of(statement, run.evaluation()),
        new BiasSummary.Origin("audit " + audit.id(), audit.evaluation().sha256()));
  }

  /// What people sign: without the signatures themselves, so that the first and the last signer
  /// sign the same.
  public Dossier toSign() {
    return new Dossier(audit, run, policy, review, null, additions);
  }
}
