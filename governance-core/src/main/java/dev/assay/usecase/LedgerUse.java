package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.SignedNote;
import dev.assay.ledger.VerifierKey;
import dev.assay.store.GovernanceStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/// Looks into the ledger of a workspace.
public final class LedgerUse {

  private static final int SHORTEST_REASON = 3;

  private final Supplier<GovernanceStore> workspace;
  private final Supplier<GovernanceStore> examined;
  private final Clock clock;

  /// @param workspace opens the workspace
  /// @param examined opens it whatever this computer remembers of it
  public LedgerUse(
      Supplier<GovernanceStore> workspace, Supplier<GovernanceStore> examined, Clock clock) {
    this.workspace = workspace;
    this.examined = examined;
    this.clock = clock;
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

  /// Goes on with a workspace that is older than, or differs from, what this computer remembers.
  ///
  /// @throws UsageError without a reason
  public Receipt accept(String reason) {
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new UsageError(
          "USAGE-REASON",
          "Going on with another state of a workspace needs a reason.",
          "Say why with --reason; it becomes an entry of the ledger.");
    }
    try (GovernanceStore store = examined.get()) {
      store
          .ledger()
          .accept(reason.strip(), String.valueOf(System.getProperty("user.name")), clock.instant());
      return store.ledger().head();
    }
  }
}
