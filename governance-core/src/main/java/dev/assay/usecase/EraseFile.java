package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import dev.assay.provenance.AssayVersion;
import dev.assay.signoff.PersonKey;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.SignoffStore.Situation;
import dev.assay.store.SignoffStore.Written;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Erases the content of a file that somebody handed in with an answer or with feedback, because a
/// person's right or a court asks for it. Digest and size stay, and with them everything that was
/// signed; an administrator and a second person sign for it.
public final class EraseFile {

  private static final int FEWEST_WORDS = 3;

  private final Supplier<GovernanceStore> workspace;
  private final Clock clock;
  private final Unlocking unlocking;

  /// @param workspace opens the workspace
  /// @param home where keys of people are kept
  /// @param clock tells when things happen
  public EraseFile(Supplier<GovernanceStore> workspace, LedgerHome home, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
    this.unlocking = new Unlocking(home, clock);
  }

  /// What is erased, and why.
  ///
  /// @param audit one that it came with: id, an unambiguous beginning of it, or "latest"
  /// @param sha256 of the file
  /// @param why in at least three words
  public record Asked(String audit, String sha256, String why) {}

  /// Erases a file, from every audit that it came with: all or none, under one pair of signatures
  /// on each.
  ///
  /// @param administrator who has it erased; wiped
  /// @param second another person; wiped
  /// @return ids of the audits
  /// @throws UsageError for a wrong passphrase, or when they may not; both are recorded
  public List<String> erase(Asked asked, Credentials administrator, Credentials second) {
    try (GovernanceStore store = workspace.get()) {
      if (asked.why.strip().split("\\s+").length < FEWEST_WORDS) {
        throw new UsageError(
            "ERASE-REASON", "An erasure needs a reason.", "Say in a few words why, with --reason.");
      }
      String audit = store.signoffs().situation(asked.audit).audit();
      store.signoffs().naming(audit, asked.sha256);
      List<String> holding = store.signoffs().holding(asked.sha256);
      if (holding.isEmpty()) {
        throw new UsageError(
            "ERASED",
            "The content of that file was erased before.",
            "'assay workflow show' says who signed for that.");
      }
      Register register = Unlocking.register(store.signoffs().situation(null));
      Unlocking.signatory(register, administrator.person());
      Unlocking.signatory(register, second.person());
      unlocking.rightClock(store);
      String one = administrator.person();
      String other = second.person();
      List<PersonKey> keys =
          List.of(unlocking.unlock(store, administrator), unlocking.unlock(store, second));
      try {
        sign(store, holding, asked, List.of(one, other), keys);
      } catch (Refusal refusal) {
        throw refused(store, holding, one, refusal.why);
      }
      return holding;
    } finally {
      administrator.wipe();
      second.wipe();
    }
  }

  private void sign(
      GovernanceStore store,
      List<String> audits,
      Asked asked,
      List<String> people,
      List<PersonKey> keys) {
    Map<String, SortedMap<String, Digest>> subjects = new TreeMap<>();
    audits.forEach(audit -> subjects.put(audit, store.signoffs().naming(audit, asked.sha256)));
    store
        .signoffs()
        .addToEach(
            audits,
            now -> {
              Register register = Unlocking.register(now);
              Map<String, Object> fields = fields(now, register, people);
              fields.put("sha256", asked.sha256);
              fields.put("reason", asked.why.strip());
              Act act = Act.signed(ActKind.ERASED, fields, subjects.get(now.audit()), keys);
              register
                  .objection(act, Set.of())
                  .ifPresent(
                      why -> {
                        throw new Refusal(why);
                      });
              return List.of(new Written(act, new TreeMap<>()));
            });
  }

  private Map<String, Object> fields(Situation now, Register register, List<String> people) {
    Signatory person = Unlocking.signatory(register, people.getFirst());
    Checkpoint head = now.head().checkpoint();
    Map<String, Object> fields = PlainActs.fields(now, person.id(), clock.instant());
    fields.put("second", people.getLast());
    fields.put("name", person.name());
    fields.put("meaning", ActKind.ERASED.meaning());
    fields.put(
        "statement",
        "I have the content of this file erased; its digest stays, so that what was signed can"
            + " still be verified.");
    fields.put("clock", "this computer, UTC");
    fields.put("tool", "Assay " + AssayVersion.number());
    fields.put("register", register.last());
    fields.put(
        "head", Map.of("origin", head.origin(), "size", head.size(), "root", head.root().base64()));
    return fields;
  }

  private UsageError refused(
      GovernanceStore store, List<String> audits, String person, String why) {
    Map<String, Object> what = Map.of("step", ActKind.ERASED.word(), "why", why);
    store
        .signoffs()
        .addToEach(
            audits,
            now -> List.of(PlainActs.of(now, ActKind.REFUSED, person, clock.instant(), what)));
    return new UsageError(
        "ERASE-REFUSED",
        "Nothing was erased: " + why + ".",
        "An administrator and another person, whose keys sign, erase a file; that it was tried is"
            + " recorded.");
  }

  /// Stops the writing; said and recorded by whoever asked.
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String why;

    Refusal(String why) {
      super(why);
      this.why = why;
    }
  }
}
