package dev.assay.signoff;

import dev.assay.audit.Advice;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Review;
import dev.assay.ledger.attest.ActKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A step that somebody wants to take, and what stands against it apart from keys and roles.
///
/// @param kind what is to be done
/// @param disagreement why it stands against the recommendation, absent = it does not
/// @param text what the signer says, may be empty
/// @param successor the audit that takes the place of this one, only for superseding
public record Step(
    ActKind kind, @Nullable Disagreement disagreement, String text, @Nullable String successor) {

  private static final int FEWEST_WORDS = 3;

  /// A step that needs no words.
  public static Step of(ActKind kind) {
    return new Step(kind, null, "", null);
  }

  /// What is said above the signature: what the signer takes responsibility for.
  public static String statement(ActKind kind) {
    return switch (kind) {
      case SUBMITTED -> "I made this audit and hand it over for review as complete.";
      case REVIEWED -> "I reviewed this audit and the documents named here.";
      case APPROVED ->
          "I approve the model for the purpose stated in this audit, on the documents named here.";
      case REJECTED ->
          "I do not approve the model for the purpose stated in this audit, on the documents named"
              + " here.";
      case WITHDRAWN -> "I withdraw this audit from use.";
      case SUPERSEDED -> "A later audit takes the place of this one.";
      case ENROLLED,
          ROTATED,
          REVOKED,
          UNLOCKED,
          SET,
          RESTORED,
          CLOCK,
          WRONG_PASSPHRASE,
          COMMENTED,
          ATTACHED,
          SEALED,
          ERASED,
          REFUSED ->
          "";
    };
  }

  /// Why it may not be taken now; absent when it may.
  ///
  /// @param workflow how far the audit came
  /// @param review absent before anybody began
  /// @param advice what the machine recommends, absent without a review
  public Optional<String> objection(
      Workflow workflow, @Nullable Review review, @Nullable Advice advice) {
    Optional<String> not = workflow.objection(kind);
    if (not.isPresent()) {
      return not;
    }
    not = unreviewed(kind, review != null && review.submitted() != null);
    if (not.isPresent()) {
      return not;
    }
    if (against(advice)) {
      if (disagreement == null || words(disagreement.text()) < FEWEST_WORDS) {
        return Optional.of(
            "The recommendation is “"
                + (advice == null ? "" : advice.word())
                + "”. Deciding against it needs a reason and a few words.");
      }
    } else if (disagreement != null) {
      return Optional.of("A reason is only given against the recommendation, and this is not.");
    }
    if ((kind == ActKind.WITHDRAWN || kind == ActKind.SUPERSEDED) && words(text) < FEWEST_WORDS) {
      return Optional.of("Say in a few words why.");
    }
    return (kind == ActKind.SUPERSEDED) == (successor == null)
        ? Optional.of("The audit that takes the place is named when superseding, and only then.")
        : Optional.empty();
  }

  /// Why a step that rests on the review may not be taken yet; absent when it may.
  static Optional<String> unreviewed(ActKind kind, boolean submitted) {
    boolean rests =
        kind == ActKind.REVIEWED || kind == ActKind.APPROVED || kind == ActKind.REJECTED;
    return rests && !submitted
        ? Optional.of(
            "The review is not submitted: own judgement, evidence and dispositions come first.")
        : Optional.empty();
  }

  /// Whether it decides otherwise than the machine recommends.
  public boolean against(@Nullable Advice advice) {
    if (advice == null) {
      return false;
    }
    return switch (advice) {
      case FIT, FIT_WITH_CONDITIONS -> kind == ActKind.REJECTED;
      case NOT_FIT, CANNOT_SAY -> kind == ActKind.APPROVED;
    };
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
