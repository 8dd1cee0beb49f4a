package dev.assay.store.sqlite;

import dev.assay.store.GovernanceStore;
import java.nio.file.Path;
import java.sql.SQLException;

/// Copies of the latest audit with its findings, past the ledger, so that lists of thousands can be
/// tested. The copies cannot be opened: only lists see them.
public final class ManyAudits {

  private static final String NUMBERS =
      "WITH RECURSIVE copies(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM copies WHERE i < ";
  private static final String SHA256 = "printf('%064x', 1000000 + i)";
  private static final String LATEST = "(SELECT max(seq) FROM audit WHERE length(id) > 12)";

  private ManyAudits() {}

  /// Adds copies; a fifth each in draft, in review, approved, rejected and withdrawn.
  ///
  /// @param workspace that has an audit
  public static void add(Path workspace, int copies) throws SQLException {
    try (GovernanceStore store = SqliteStore.open(workspace)) {
      Sql sql = ((OpenWorkspace) store).sql();
      sql.writing(
          () -> {
            sql.update(
                NUMBERS
                    + copies
                    + ") INSERT INTO content(sha256, kind, bytes, deflated) SELECT "
                    + SHA256
                    + ", 'audit', 0, x'' FROM copies");
            sql.update(
                NUMBERS
                    + copies
                    + ") INSERT INTO audit(id, document, run, policy, created, author, title, policy_id, verdict)"
                    + " SELECT printf('copy%08d', i), "
                    + SHA256
                    + ", run, policy, created, author, title || ' ' || i, policy_id, verdict FROM copies, audit"
                    + " WHERE seq = "
                    + LATEST);
            sql.update(
                "INSERT INTO finding SELECT copy.seq, position, f.id, rule, f.verdict, severity, subject, observed, n"
                    + " FROM audit copy, finding f WHERE copy.id LIKE 'copy%' AND f.audit = "
                    + LATEST);
            for (int step = 1; step < STEPS.length; step++) {
              act(sql, copies, step, STEPS[step]);
            }
          });
    }
  }

  private static final String[] STEPS = {"", "submitted", "approved", "rejected", "withdrawn"};

  private static void act(Sql sql, int copies, int fifth, String kind) throws SQLException {
    sql.update(
        NUMBERS
            + copies
            + ") INSERT INTO act(seq, audit, number, kind, at, person, document, sha256) SELECT"
            + " (SELECT coalesce(max(seq) + 1, 0) FROM act) + row_number() OVER () - 1, printf('copy%08d', i), 0, ?,"
            + " '2026-11-20T10:00:00.000000000Z', 'alan', '{}', printf('%064x', ? * 1000000 + i) FROM copies"
            + " WHERE i % 5 = ?",
        kind,
        fifth,
        fifth);
  }
}
