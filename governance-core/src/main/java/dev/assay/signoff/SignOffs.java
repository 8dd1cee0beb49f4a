package dev.assay.signoff;

import dev.assay.audit.Disagreement;
import dev.assay.audit.SignOff;
import dev.assay.ledger.ClockOrder;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What renderings show of acts.
public final class SignOffs {

  private static final int BRIEF_KEY = 19;

  private SignOffs() {}

  /// What was signed and said about one audit.
  ///
  /// @param register every act of the register
  /// @param acts every act of the audit
  public static SignOff of(List<Act> register, List<Act> acts) {
    Register now = Register.trusting();
    register.forEach(now::take);
    Map<String, Instant> times = new HashMap<>();
    register.forEach(act -> times.put(act.digest().sha256(), act.time()));
    List<SignOff.Signature> signatures = new ArrayList<>();
    List<SignOff.Note> notes = new ArrayList<>();
    for (int number = 0; number < acts.size(); number++) {
      Act act = acts.get(number);
      switch (act.kind()) {
        case SUBMITTED, REVIEWED, APPROVED, REJECTED, WITHDRAWN, SUPERSEDED ->
            signatures.add(
                signature(
                    act,
                    now,
                    recordedBefore(act, number == 0 ? null : acts.get(number - 1), times)));
        case COMMENTED -> notes.add(note(number, act, act.text("text")));
        case ATTACHED ->
            notes.add(note(number, act, act.text("name") + ", SHA-256 " + act.text("sha256")));
        case SEALED -> notes.add(note(number, act, sealed(act)));
        case ERASED ->
            notes.add(
                note(
                    number,
                    act,
                    "the file with SHA-256 "
                        + act.text("sha256")
                        + ", signed by "
                        + act.text("second")
                        + " too: "
                        + act.text("reason")));
        case REFUSED -> notes.add(note(number, act, act.text("step") + ": " + act.text("why")));
        case ENROLLED, ROTATED, REVOKED, UNLOCKED, SET, RESTORED, CLOCK, WRONG_PASSPHRASE -> {}
      }
    }
    return new SignOff(Workflow.of(acts).state().word(), signatures, notes);
  }

  private static String sealed(Act act) {
    return act.text("name")
        + ", "
        + act.text("level")
        + ", SHA-256 "
        + act.text("sha256")
        + ": "
        + act.text("reason");
  }

  private static SignOff.Note note(int number, Act act, String text) {
    return new SignOff.Note(
        number,
        act.kind().word(),
        act.person(),
        act.time(),
        text,
        act.textOrNull(Remark.FINDING),
        Remark.asks(act),
        Remark.answers(act));
  }

  private static SignOff.Signature signature(
      Act act, Register now, @Nullable Instant recordedBefore) {
    VerifierKey key = VerifierKey.parse(act.signatures().getFirst().keyId());
    return new SignOff.Signature(
        act.kind().meaning(),
        act.text("name"),
        act.person(),
        act.time(),
        key.fingerprint().substring(0, BRIEF_KEY),
        now.person(act.person()).map(p -> later(p, key)).orElse(null),
        recordedBefore,
        Objects.requireNonNullElse(act.textOrNull("recommendation"), ""),
        reason(act.textOrNull("reason")),
        Objects.requireNonNullElse(act.textOrNull("text"), ""));
  }

  private static String reason(@Nullable String code) {
    for (Disagreement.Reason reason : Disagreement.Reason.values()) {
      if (reason.name().equals(code)) {
        return reason.words();
      }
    }
    return "";
  }

  private static SignOff.@Nullable Ending later(Signatory now, VerifierKey key) {
    if (!now.key().equals(key)) {
      return new SignOff.Ending("replaced", now.since());
    }
    return now.revoked() == null ? null : new SignOff.Ending("revoked", now.revoked());
  }

  /// The latest time among the act before and the last act of the register that the signer knew,
  /// where the signature is dated before it.
  private static @Nullable Instant recordedBefore(
      Act act, @Nullable Act before, Map<String, Instant> register) {
    Instant latest = register.getOrDefault(act.text("register"), act.time());
    if (before != null && before.time().isAfter(latest)) {
      latest = before.time();
    }
    return ClockOrder.before(act.time(), latest) ? latest : null;
  }
}
