package dev.assay.signoff;

import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import java.util.List;
import java.util.Optional;

/// The states of an audit: draft → in review → approved or rejected → superseded or withdrawn. What
/// may come next follows from what was done.
///
/// @param state how far it came
public record Workflow(State state) {

  /// The state after these acts of one audit.
  public static Workflow of(List<Act> acts) {
    Workflow workflow = new Workflow(State.DRAFT);
    for (Act act : acts) {
      workflow = workflow.after(act.kind());
    }
    return workflow;
  }

  /// The state after one more act; acts that are no step leave it as it is.
  public Workflow after(ActKind kind) {
    return switch (kind) {
      case SUBMITTED -> new Workflow(State.IN_REVIEW);
      case APPROVED -> new Workflow(State.APPROVED);
      case REJECTED -> new Workflow(State.REJECTED);
      case SUPERSEDED -> new Workflow(State.SUPERSEDED);
      case WITHDRAWN -> new Workflow(State.WITHDRAWN);
      case REVIEWED, COMMENTED, ATTACHED, SEALED, ERASED, REFUSED -> this;
      case ENROLLED, ROTATED, REVOKED, UNLOCKED, SET, RESTORED, CLOCK, WRONG_PASSPHRASE -> this;
    };
  }

  /// Whether such an act brings an audit from one state to another.
  public static boolean moves(ActKind kind) {
    return new Workflow(State.DRAFT).after(kind).state() != State.DRAFT;
  }

  /// Why this may not come next; absent when it may.
  public Optional<String> objection(ActKind next) {
    boolean may =
        switch (next) {
          case SUBMITTED -> state == State.DRAFT;
          case REVIEWED, APPROVED, REJECTED -> state == State.IN_REVIEW;
          case SUPERSEDED -> state == State.APPROVED || state == State.REJECTED;
          case WITHDRAWN ->
              state == State.IN_REVIEW || state == State.APPROVED || state == State.REJECTED;
          case COMMENTED, ATTACHED, SEALED, ERASED, REFUSED -> true;
          case ENROLLED, ROTATED, REVOKED, UNLOCKED, SET, RESTORED, CLOCK, WRONG_PASSPHRASE ->
              false;
        };
    return may
        ? Optional.empty()
        : Optional.of("An audit that is " + state.word() + " cannot be " + words(next) + ".");
  }

  /// The steps that may come next, in their order.
  public List<ActKind> next() {
    return List.of(
            ActKind.SUBMITTED,
            ActKind.REVIEWED,
            ActKind.APPROVED,
            ActKind.REJECTED,
            ActKind.SUPERSEDED,
            ActKind.WITHDRAWN)
        .stream()
        .filter(kind -> objection(kind).isEmpty())
        .toList();
  }

  private static String words(ActKind kind) {
    return kind == ActKind.SUBMITTED ? "handed over for review" : kind.word();
  }
}
