package dev.assay.usecase;

import dev.assay.common.Rounded;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.ledger.ClockOrder;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.KeyRing;
import dev.assay.signoff.PersonKey;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.SignoffStore.Situation;
import dev.assay.store.SignoffStore.Written;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Unlocks keys of people. A wrong passphrase is recorded; too many in an hour lock the key.
final class Unlocking {

  private static final int LONGEST_ID = 60;

  private final LedgerHome home;
  private final Clock clock;

  Unlocking(LedgerHome home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  /// Keys of people of this workspace on this computer.
  KeyRing ring(GovernanceStore store) {
    String origin = store.ledger().head().checkpoint().origin();
    return new KeyRing(
        home.folder().resolve("people").resolve(origin.substring(origin.indexOf('/') + 1)));
  }

  /// The register of a workspace as it stands.
  static Register register(Situation situation) {
    Register register = Register.trusting();
    situation.register().forEach(register::take);
    return register;
  }

  /// A person whose key signs and is not locked.
  static Signatory signatory(Register register, String id) {
    Signatory person =
        register
            .person(id)
            .orElseThrow(
                () ->
                    new UsageError(
                        "SIGN-UNKNOWN",
                        "Nobody is enrolled as '" + Visible.of(id, LONGEST_ID) + "'.",
                        "List the signatories with 'assay signatory list'; enrol one with 'assay signatory"
                            + " enrol'."));
    if (!person.active()) {
      throw new UsageError(
          "SIGN-REVOKED",
          "The key of " + person.name() + " was revoked on " + person.revoked() + ".",
          "Have another key enrolled: 'assay signatory rotate'.");
    }
    if (person.locked()) {
      throw new UsageError(
          "SIGN-LOCKED",
          "The key of "
              + person.name()
              + " is locked: a wrong passphrase was given "
              + person.wrong()
              + " times.",
          "Find out who tried; then an administrator unlocks it: 'assay signatory unlock'.");
    }
    return person;
  }

  /// Unlocks a key; the passphrase is wiped.
  ///
  /// @throws UsageError for a person who may not sign, or a wrong passphrase, which is recorded
  PersonKey unlock(GovernanceStore store, Credentials credentials) {
    try {
      rightClock(store);
      return unlockAtAnyTime(store, credentials);
    } finally {
      credentials.wipe();
    }
  }

  /// Refuses to sign under a clock that was set back, for the time would be in the signature.
  ///
  /// @throws UsageError when something in the workspace is dated later than now
  void rightClock(GovernanceStore store) {
    Instant now = clock.instant();
    store
        .signoffs()
        .latest()
        .filter(latest -> ClockOrder.before(now, latest))
        .ifPresent(
            latest -> {
              throw new UsageError(
                  "SIGN-CLOCK",
                  "Nothing is signed under a clock that was set back: this computer says "
                      + Rounded.minute(now)
                      + ", and the workspace has something of "
                      + Rounded.minute(latest)
                      + ".",
                  "Set the clock right. Where an earlier clock was ahead, an administrator says so:"
                      + " 'assay signatory clock'.");
            });
  }

  /// Unlocks a key to say that the clock is right; see [#unlock].
  PersonKey unlockAtAnyTime(GovernanceStore store, Credentials credentials) {
    try {
      Signatory person =
          signatory(register(store.signoffs().situation(null)), credentials.person());
      Optional<PersonKey> key = ring(store).unlock(person, credentials.passphrase());
      if (key.isPresent()) {
        return key.get();
      }
      throw wrong(store, person);
    } finally {
      credentials.wipe();
    }
  }

  private UsageError wrong(GovernanceStore store, Signatory person) {
    Situation after =
        store
            .signoffs()
            .add(
                null,
                now -> {
                  Map<String, Object> fields = fields(now, person.id(), clock.instant());
                  fields.put("who", person.id());
                  return List.of(
                      new Written(Act.plain(ActKind.WRONG_PASSPHRASE, fields), new TreeMap<>()));
                });
    int wrong = register(after).person(person.id()).map(Signatory::wrong).orElse(0);
    return new UsageError(
        "SIGN-PASSPHRASE",
        "That is not the passphrase of "
            + person.name()
            + "; this was recorded ("
            + wrong
            + " of "
            + Signatory.MOST_WRONG
            + ").",
        wrong >= Signatory.MOST_WRONG
            ? "The key is locked now; an administrator unlocks it: 'assay signatory unlock'."
            : "Try again.");
  }

  /// What every act of the register says.
  static Map<String, Object> fields(Situation now, String person, Instant time) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("person", person);
    fields.put("time", time.toString());
    fields.put("previous", register(now).last());
    return fields;
  }
}
