package dev.assay.store.sqlite;

import dev.assay.ledger.Entry;
import dev.assay.ledger.attest.Attestations;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Rows of one kind that have entries in the ledger, so that verification can compare them. Whoever
/// appends entries of a kind adds a line to [#ALL].
///
/// @param kind of the entries
/// @param rows entries made again from the rows
/// @param ordered whether rows know in which order they were recorded
/// @param covered subjects that another kind's entries cover, so that they may have none
record Recorded(
    String kind, Source<List<Entry>> rows, boolean ordered, Source<Set<String>> covered) {

  static final List<Recorded> ALL =
      List.of(
          new Recorded(RunRecord.KIND, RunRecord::entries, false, RunRecord::inAudits),
          new Recorded(AuditRecord.KIND, AuditRecord::entries, true, sql -> Set.of()),
          new Recorded(ReviewTable.KIND, ReviewTable::entries, false, sql -> Set.of()),
          new Recorded(AdditionTable.KIND, AdditionTable::entries, false, sql -> Set.of()),
          new Recorded(CardTable.KIND, CardTable::entries, false, sql -> Set.of()),
          new Recorded(Entry.MIGRATION, MigrationTable::entries, true, sql -> Set.of()),
          new Recorded(
              Attestations.REGISTER_KIND,
              sql -> SignoffTable.entries(sql, true),
              true,
              sql -> Set.of()),
          new Recorded(
              Attestations.AUDIT_KIND,
              sql -> SignoffTable.entries(sql, false),
              true,
              sql -> Set.of()));

  /// Whether an entry says what a row says.
  static boolean same(Entry entry, Entry row) {
    return entry.subject().equals(row.subject())
        && entry.payload().equals(row.payload())
        && entry.actor().equals(row.actor())
        && entry.time().equals(row.time())
        && Objects.equals(entry.supersedes(), row.supersedes())
        && entry.reason().equals(row.reason());
  }

  /// Made from rows.
  @FunctionalInterface
  interface Source<T> {
    T of(Sql sql) throws SQLException;
  }
}
