package dev.assay.store.sqlite;

import dev.assay.ledger.Entry;
import dev.assay.ledger.VerifierKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/// How a ledger begins: with a new workspace, or in one that was recorded before there were
/// ledgers.
final class Beginnings {

  private Beginnings() {}

  /// Fills an empty database. The caller holds a transaction.
  static VerifierKey create(Sql sql, Ledger ledger) throws SQLException {
    Migrations.apply(sql, 0);
    return ledger.begin(user(), Instant.now());
  }

  /// Brings a workspace of an earlier format to today's, with an entry that says so. What was
  /// recorded before there were ledgers gets its entries, in the order of recording, after
  /// everything was found whole. The caller holds a transaction.
  static void migrate(Sql sql, Ledger ledger, int from) throws SQLException {
    if (from >= Migrations.FORMAT) {
      return;
    }
    Migrations.apply(sql, from);
    new Verification(sql).run();
    if (sql.first("SELECT 1 FROM log", r -> r.getInt(1)).isEmpty()) {
      ledger.begin(user(), Instant.now());
      for (Recorded kind : Recorded.ALL) {
        Set<String> covered = kind.covered().of(sql);
        for (Entry entry : kind.rows().of(sql)) {
          if (!covered.contains(entry.subject())) {
            ledger.append(entry);
          }
        }
      }
    }
    new MigrationTable(sql).add(from, user(), Instant.now(), ledger);
  }

  private static String user() {
    return System.getProperty("user.name", "");
  }
}
