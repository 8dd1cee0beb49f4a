package dev.assay.app.gui.audit;

import dev.assay.audit.Disagreement;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.State;
import dev.assay.signoff.Step;
import dev.assay.usecase.SignAudit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the sign-off of an audit knows: how far it came, who may take which step now, and what
/// stands against it. It holds no nodes.
///
/// @param presented what is signed
/// @param reveals whether the recommendation may be shown here
record SignOffModel(SignAudit.Presented presented, boolean reveals) {

  /// The way of an audit that is approved or rejected.
  List<State> way() {
    return switch (presented.workflow().state()) {
      case REJECTED -> List.of(State.DRAFT, State.IN_REVIEW, State.REJECTED);
      case DRAFT, IN_REVIEW, APPROVED -> List.of(State.DRAFT, State.IN_REVIEW, State.APPROVED);
      case SUPERSEDED -> List.of(State.DRAFT, State.IN_REVIEW, State.SUPERSEDED);
      case WITHDRAWN -> List.of(State.DRAFT, State.IN_REVIEW, State.WITHDRAWN);
    };
  }

  /// Where it is now.
  State state() {
    return presented.workflow().state();
  }

  /// Steps that may come next.
  List<ActKind> steps() {
    return presented.workflow().next();
  }

  /// People who may take a step.
  List<Signatory> signers(ActKind kind) {
    return presented.register().people().stream()
        .filter(p -> p.active() && !p.locked() && p.hasOneOf(kind.roles()))
        .toList();
  }

  /// Why nobody can sign here at all; empty when somebody can.
  String nobody() {
    Register register = presented.register();
    if (register.isEmpty()) {
      return "Nobody is enrolled in this workspace yet. Under People the first one, an"
          + " administrator, is enrolled, who then enrols the others.";
    }
    return steps().isEmpty() ? "An audit that is " + state().word() + " stays so." : "";
  }

  /// Whether a step stands against the recommendation and asks why.
  boolean asksReason(ActKind kind) {
    return Step.of(kind).against(presented.advice());
  }

  /// The step as it was filled in.
  Step step(ActKind kind, Disagreement.@Nullable Reason reason, String text, String successor) {
    boolean against = asksReason(kind) && reason != null;
    return new Step(
        kind,
        against ? new Disagreement(reason, text) : null,
        text,
        kind == ActKind.SUPERSEDED && !successor.isBlank() ? successor.strip() : null);
  }

  /// What stands against signing now; empty when nothing does.
  String hindrance(Step step, @Nullable Signatory signer, int passphrase) {
    Optional<String> not = presented.objection(step);
    if (not.isPresent()) {
      return reveals || !asksReason(step.kind())
          ? not.get()
          : "Give your own judgement under Review first; the recommendation is hidden until then.";
    }
    if (signer == null) {
      return signers(step.kind()).isEmpty()
          ? "Nobody who is enrolled may take this step."
          : "Choose who signs.";
    }
    return passphrase == 0 ? "Type the passphrase of " + signer.name() + "." : "";
  }

  /// What changed since the last signature, in a sentence; empty when nothing did.
  String changed() {
    return presented.changed().isEmpty()
        ? ""
        : "Since the last signature: " + String.join("; ", presented.changed()) + ".";
  }

  /// What lies behind the signer, and what does not.
  String seen() {
    String seen = presented.seen();
    return seen.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + seen.substring(1) + ".";
  }
}
