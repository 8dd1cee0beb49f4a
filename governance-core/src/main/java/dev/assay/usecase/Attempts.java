package dev.assay.usecase;

import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Role;
import dev.assay.signoff.KeyRing;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// Attempts to sign that failed: wrong passphrases and steps that were refused. Administrators are
/// told of them (21 CFR 11.300(d)).
public final class Attempts {

  private static final Set<ActKind> FAILED = EnumSet.of(ActKind.WRONG_PASSPHRASE, ActKind.REFUSED);
  private static final int MOST = 1_000;

  private final Supplier<GovernanceStore> workspace;
  private final Unlocking unlocking;

  /// @param workspace opens the workspace
  /// @param home where keys of people are kept
  /// @param clock tells when things happen
  public Attempts(Supplier<GovernanceStore> workspace, LedgerHome home, Clock clock) {
    this.workspace = workspace;
    this.unlocking = new Unlocking(home, clock);
  }

  /// An attempt that failed.
  ///
  /// @param time UTC
  /// @param person in whose name
  /// @param audit its id; "" for a wrong passphrase, which may have been for anything
  /// @param what in words
  public record Attempt(Instant time, String person, String audit, String what) {

    static Attempt of(Act act) {
      return act.kind() == ActKind.REFUSED
          ? new Attempt(
              act.time(),
              act.person(),
              act.text("audit"),
              Objects.requireNonNullElse(act.textOrNull("step"), "")
                  + ": "
                  + Objects.requireNonNullElse(act.textOrNull("why"), ""))
          : new Attempt(act.time(), act.person(), "", "wrong passphrase");
    }
  }

  /// The latest thousand at most, the last one first.
  ///
  /// @param since none before
  public List<Attempt> since(Instant since) {
    try (GovernanceStore store = workspace.get()) {
      return since(store, since);
    }
  }

  /// The same, where an administrator works at this computer; else none.
  public List<Attempt> reportedHere(Instant since) {
    try (GovernanceStore store = workspace.get()) {
      KeyRing ring = unlocking.ring(store);
      boolean administrator =
          Unlocking.register(store.signoffs().situation(null)).people().stream()
              .anyMatch(
                  p -> p.active() && p.roles().contains(Role.ADMINISTRATOR) && ring.has(p.id()));
      return administrator ? since(store, since) : List.of();
    }
  }

  private static List<Attempt> since(GovernanceStore store, Instant since) {
    return store.signoffs().latest(FAILED, MOST).stream()
        .filter(act -> !act.time().isBefore(since))
        .map(Attempt::of)
        .toList();
  }
}
