package dev.assay.store.sqlite;

import dev.assay.common.WorkFailed;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.VerifierKey;
import dev.assay.ledger.bundle.Fork;
import dev.assay.ledger.bundle.Held;
import dev.assay.store.LedgerHome;
import java.sql.SQLException;
import java.util.Optional;

/// Compares a workspace with the furthest that this computer saw of it. A file by itself cannot
/// tell that it is an older copy.
final class Furthest {

  private Furthest() {}

  /// Refuses an older copy and one that went another way; remembers a workspace that is seen for
  /// the first time. A ledger that is damaged is left to [LedgerVerification], for what is whole in
  /// a workspace can be read.
  ///
  /// @throws dev.assay.common.InputRejected `LEDGER-ROLLED-BACK` or `LEDGER-FORKED`
  static void check(Sql sql, Ledger ledger, LedgerHome home) throws SQLException {
    Optional<Receipt> mark;
    Compared compared;
    try {
      // decision: the mark is read before the transaction begins; whoever moves it on afterwards
      // has committed before.
      mark = home.furthest(ledger.verifier().name());
      compared =
          sql.reading(
              () -> {
                Receipt head = ledger.head();
                if (!ledger
                    .tree(head.checkpoint().size())
                    .root()
                    .equals(head.checkpoint().root())) {
                  throw sql.faults()
                      .damagedContent("its ledger does not have the root that was signed");
                }
                Optional<String> parted = mark.flatMap(m -> parted(m, head, ledger));
                Optional<byte[]> fork =
                    parted.isEmpty()
                        ? Optional.empty()
                        : Fork.between(Held.of(mark.get()), ledger.held(head));
                return new Compared(head, parted, fork);
              });
    } catch (WorkFailed damaged) {
      if (damaged.code().equals("STORE-DAMAGED")) {
        return;
      }
      throw damaged;
    }
    Receipt head = compared.head;
    if (mark.isEmpty()) {
      home.remember(head);
      return;
    }
    if (head.checkpoint().size() < mark.get().checkpoint().size()) {
      throw sql.faults().rolledBack(head.checkpoint().size(), mark.get().checkpoint().size());
    }
    if (compared.parted.isPresent()) {
      String origin = head.checkpoint().origin();
      throw sql.faults()
          .forked(
              compared.parted.get(),
              compared.fork.map(evidence -> home.keepFork(origin, evidence)).orElse(""));
    }
  }

  /// Where a ledger does not go on from what somebody saw of it, half a sentence; absent when it
  /// does.
  static Optional<String> parted(Receipt seen, Receipt head, Ledger ledger) {
    VerifierKey known = seen.key();
    VerifierKey key = head.key();
    long size = seen.checkpoint().size();
    if (known != null && !known.equals(key)) {
      return Optional.of(
          known.name().equals(head.checkpoint().origin())
              ? "it is signed with another key than before"
              : "that is the receipt of another ledger, " + known.name());
    }
    if (!seen.checkpoint().origin().equals(head.checkpoint().origin())) {
      return Optional.of("that is the receipt of another ledger, " + seen.checkpoint().origin());
    }
    if (key == null || !key.signed(seen.note())) {
      return Optional.of("that receipt was not signed by this ledger");
    }
    if (size > head.checkpoint().size()) {
      return Optional.of(
          "it has "
              + head.checkpoint().size()
              + " entries, and had "
              + size
              + " when that was signed");
    }
    return ledger.tree(head.checkpoint().size()).rootAt(size).equals(seen.checkpoint().root())
        ? Optional.empty()
        : Optional.of("its first " + size + " entries are not those that were signed then");
  }

  private record Compared(Receipt head, Optional<String> parted, Optional<byte[]> fork) {}
}
