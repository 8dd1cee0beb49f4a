package dev.assay.store;

/// A workspace: everything that people decided and what it rests on. One writer at a time.
public interface GovernanceStore extends AutoCloseable {

  /// Recorded audits.
  AuditStore audits();

  /// The runs that they rest on.
  RunStore runs();

  /// What people made of audits.
  ReviewStore reviews();

  /// What people added to them.
  AdditionStore additions();

  /// Everything that was recorded, provably in its order.
  LedgerStore ledger();

  /// What people wrote on their cards.
  CardStore cards();

  /// What people signed, and who they are.
  SignoffStore signoffs();

  /// Whether the store is whole: structure, foreign keys, digests of what is stored.
  ///
  /// @throws dev.assay.common.WorkFailed naming what is damaged
  void verify();

  @Override
  void close();
}
