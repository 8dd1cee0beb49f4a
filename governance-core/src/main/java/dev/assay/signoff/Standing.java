package dev.assay.signoff;

import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where an audit stands on its way to approval, as far as a list of many audits knows it.
///
/// @param state how far it came
/// @param since when it came there
/// @param author who recorded it
/// @param handedOver who handed it over for review, "" before anybody did
/// @param submitted whether the review of its findings is handed in
/// @param reviewed whether a reviewer signed it
/// @param open failed findings whose fate is not decided
public record Standing(
    State state,
    Instant since,
    String author,
    String handedOver,
    boolean submitted,
    boolean reviewed,
    int open) {

  /// One that was just recorded.
  ///
  /// @param open failed findings
  public static Standing draft(String author, Instant recorded, int open) {
    return new Standing(State.DRAFT, recorded, author, "", false, false, open);
  }

  /// Who answers for it: who handed it over, before that who recorded it.
  public String owner() {
    return handedOver.isEmpty() ? author : handedOver;
  }

  /// Signatures that bring it on, one of which is due; empty when its way is over.
  public List<ActKind> due() {
    return switch (state) {
      case DRAFT -> List.of(ActKind.SUBMITTED);
      case IN_REVIEW ->
          reviewed ? List.of(ActKind.APPROVED, ActKind.REJECTED) : List.of(ActKind.REVIEWED);
      case APPROVED, REJECTED, SUPERSEDED, WITHDRAWN -> List.of();
    };
  }

  /// What is to be done next, in words: "decide 3 findings"; empty when its way is over.
  public String next() {
    return switch (state) {
      case DRAFT -> "hand over for review";
      case IN_REVIEW -> submitted ? reviewed ? "approve or reject" : "sign the review" : review();
      case APPROVED, REJECTED, SUPERSEDED, WITHDRAWN -> "";
    };
  }

  private String review() {
    if (open == 0) {
      return "submit the review";
    }
    return "decide " + open + (open == 1 ? " finding" : " findings");
  }

  /// Why a step may not be taken now, whoever would take it; absent when it may.
  public Optional<String> objection(ActKind kind) {
    return new Workflow(state).objection(kind).or(() -> Step.unreviewed(kind, submitted));
  }

  /// Who may take a step.
  public List<Signatory> takers(ActKind kind, Register register) {
    Set<String> makers = new HashSet<>(List.of(author, handedOver));
    return register.people().stream()
        .filter(p -> !p.locked() && register.objection(p.id(), kind, makers).isEmpty())
        .toList();
  }
}
