package dev.assay.app.gui.audit;

import dev.assay.ledger.attest.ActKind;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// A step that can be taken from the board, and the key that takes it.
enum BoardStep {
  HAND_OVER(ActKind.SUBMITTED, "Hand over for review", KeyCode.H),
  SIGN_REVIEW(ActKind.REVIEWED, "Sign the review", KeyCode.S),
  APPROVE(ActKind.APPROVED, "Approve", KeyCode.A),
  REJECT(ActKind.REJECTED, "Reject", KeyCode.R),
  SUPERSEDE(ActKind.SUPERSEDED, "Supersede by a later audit", KeyCode.U),
  WITHDRAW(ActKind.WITHDRAWN, "Withdraw", KeyCode.W);

  private final ActKind kind;
  private final String title;
  private final KeyCode key;

  BoardStep(ActKind kind, String title, KeyCode key) {
    this.kind = kind;
    this.title = title;
    this.key = key;
  }

  ActKind kind() {
    return kind;
  }

  String title() {
    return title;
  }

  KeyCode key() {
    return key;
  }

  /// The step of a key.
  static Optional<BoardStep> of(KeyCode key) {
    return Arrays.stream(values()).filter(step -> step.key == key).findFirst();
  }
}
