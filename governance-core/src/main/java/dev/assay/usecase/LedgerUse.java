package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.SignedNote;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import dev.assay.provenance.AssayVersion;
import dev.assay.signoff.PersonKey;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.SignoffStore.Situation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks into the ledger of a workspace.
public final class LedgerUse {

  private static final int SHORTEST_REASON = 3;

  private final Supplier<GovernanceStore> workspace;
  private final Supplier<GovernanceStore> examined;
  private final Clock clock;
  private final Unlocking unlocking;

  /// @param workspace opens the workspace
  /// @param examined opens it whatever this computer remembers of it
  /// @param home where keys of people are kept
  /// @param clock tells when things happen
  public LedgerUse(
      Supplier<GovernanceStore> workspace,
      Supplier<GovernanceStore> examined,
      LedgerHome home,
      Clock clock) {
    this.workspace = workspace;
    this.examined = examined;
    this.clock = clock;
    this.unlocking = new Unlocking(home, clock);
  }

  /// How far it came; whoever keeps it can tell later whether the ledger went on from there.
  public Receipt head() {
    try (GovernanceStore store = workspace.get()) {
      return store.ledger().head();
    }
  }

  /// Every entry, the first one first.
  public List<Entry> entries() {
    try (GovernanceStore store = workspace.get()) {
      return store.ledger().entries();
    }
  }

  /// Proves one entry.
  ///
  /// @throws UsageError when there is no such entry
  public InclusionProof proof(long index) {
    try (GovernanceStore store = workspace.get()) {
      long size = store.ledger().head().checkpoint().size();
      if (index < 0 || index >= size) {
        throw new UsageError(
            "USAGE-ENTRY",
            "The ledger has no entry " + index + ": it has " + size + ".",
            "List them with 'assay ledger list'.");
      }
      return store.ledger().proof(index);
    }
  }

  /// The head that a proof stands under, with the ledger's key; also when the ledger grew since.
  public Receipt headOf(InclusionProof proof) {
    try (GovernanceStore store = workspace.get()) {
      VerifierKey key = store.ledger().head().key();
      SignedNote note = SignedNote.parse(proof.note());
      return new Receipt(key, note, Checkpoint.parse(note.text()));
    }
  }

  /// Goes on with a workspace that is older than, or differs from, what this computer remembers. An
  /// administrator and a second person sign for it; the administrator alone where nobody else's key
  /// signs, and nobody where nobody is enrolled.
  ///
  /// @param people who sign; wiped
  /// @throws UsageError without a reason, for a wrong passphrase, or when they may not; nothing is
  ///   recorded then but a wrong passphrase
  public Receipt accept(String reason, List<Credentials> people) {
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new UsageError(
          "USAGE-REASON",
          "Going on with another state of a workspace needs a reason.",
          "Say why with --reason; it becomes an entry of the ledger.");
    }
    try (GovernanceStore store = examined.get()) {
      boolean anybody =
          Unlocking.register(store.signoffs().situation(null)).people().stream()
              .anyMatch(Signatory::active);
      if (anybody == people.isEmpty()) {
        throw anybody
            ? new UsageError(
                "LEDGER-ACCEPT-SIGN",
                "People are enrolled in this workspace, so an administrator and a second person"
                    + " sign for going on with another state of it.",
                "Name them with --as and --second.")
            : new UsageError(
                "LEDGER-ACCEPT-NOBODY",
                "Nobody is enrolled in this state of the workspace, so nobody can sign for it.",
                "Leave --as and --second out.");
      }
      List<String> names = people.stream().map(Credentials::person).toList();
      List<PersonKey> keys = people.stream().map(one -> unlocking.unlock(store, one)).toList();
      Instant time = clock.instant();
      store
          .ledger()
          .accept(
              reason.strip(),
              String.valueOf(System.getProperty("user.name")),
              time,
              (now, left) ->
                  keys.isEmpty()
                      ? Optional.empty()
                      : Optional.of(act(now, left, reason.strip(), time, names, keys)));
      return store.ledger().head();
    } finally {
      people.forEach(Credentials::wipe);
    }
  }

  private static Act act(
      Situation now,
      Optional<Receipt> left,
      String reason,
      Instant time,
      List<String> people,
      List<PersonKey> keys) {
    Map<String, Object> fields = Unlocking.fields(now, people.getFirst(), time);
    fields.put("who", now.head().checkpoint().origin());
    fields.put("second", people.size() > 1 ? people.getLast() : "");
    fields.put("reason", reason);
    fields.put("meaning", ActKind.RESTORED.meaning());
    fields.put("tool", "Assay " + AssayVersion.number());
    fields.put("head", state(now.head()));
    left.ifPresent(seen -> fields.put("left", state(seen)));
    Digest taken = Digest.of(now.head().note().written().getBytes(StandardCharsets.UTF_8));
    Act act = Act.signed(ActKind.RESTORED, fields, Map.of("ledger/checkpoint", taken), keys);
    Register.refusal(now.register(), act)
        .ifPresent(
            why -> {
              throw new UsageError(
                  "LEDGER-ACCEPT-REFUSED",
                  "The workspace stays as it is: " + why + ".",
                  "An administrator and another person sign, whose keys sign in this state of it.");
            });
    return act;
  }

  private static Map<String, Object> state(Receipt head) {
    Checkpoint said = head.checkpoint();
    return Map.of("origin", said.origin(), "size", said.size(), "root", said.root().base64());
  }
}
