package dev.assay.store.sqlite;

import dev.assay.audit.Audit;
import dev.assay.common.WorkFailed;
import dev.assay.finding.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a workspace is whole: SQLite's own structure, references, every document against its
/// digest, and every row against the document it was made from.
final class Verification {

  private static final int MOST_NAMED = 5;

  private final Sql sql;
  private final Set<String> damage = new LinkedHashSet<>();

  Verification(Sql sql) {
    this.sql = sql;
  }

  /// Looks at everything.
  ///
  /// @throws WorkFailed naming what is damaged
  void run() throws SQLException {
    structure();
    for (String sha256 : sql.query("SELECT sha256 FROM content", r -> r.getString(1))) {
      guarded(() -> new Contents(sql).bytes(sha256));
    }
    for (Row row : rows()) {
      guarded(() -> audit(row));
      guarded(() -> new ReviewTable(sql).events(row.id));
    }
    if (!damage.isEmpty()) {
      String named = String.join("; ", damage.stream().limit(MOST_NAMED).toList());
      throw sql.faults()
          .damagedContent(
              damage.size() > MOST_NAMED
                  ? named + "; and " + (damage.size() - MOST_NAMED) + " more"
                  : named);
    }
  }

  private void structure() throws SQLException {
    sql.query("PRAGMA quick_check", r -> r.getString(1)).stream()
        .filter(line -> !"ok".equals(line))
        .forEach(damage::add);
    sql.query(
            "PRAGMA foreign_key_check", r -> r.getString(1) + " names a missing " + r.getString(3))
        .forEach(damage::add);
    if (!Migrations.schema(sql).equals(Migrations.schemaOf(Migrations.FORMAT, sql.faults()))) {
      damage.add("its tables are not Assay's");
    }
  }

  private List<Row> rows() throws SQLException {
    return sql.query(
        "SELECT seq, id, document, run, policy, created, author, title, policy_id, verdict FROM audit",
        Row::of);
  }

  private @Nullable Object audit(Row row) throws SQLException {
    Audit audit = new Contents(sql).record(row.document, Audit.class);
    if (!row.equals(Row.of(row.seq, row.document, audit))) {
      damage.add("the entry of audit " + row.id + " differs from its document");
    }
    List<FindingRow> found =
        sql.query(
            "SELECT id, rule, verdict, severity, subject, observed, n FROM finding WHERE audit = ?"
                + " ORDER BY position",
            FindingRow::of,
            row.seq);
    if (!found.equals(audit.findings().stream().map(FindingRow::of).toList())) {
      damage.add("the findings of audit " + row.id + " differ from its document");
    }
    return null;
  }

  /// One damaged part does not hide the others.
  private void guarded(Sql.Answer<@Nullable Object> look) throws SQLException {
    try {
      look.get();
    } catch (WorkFailed e) {
      String sentence = e.sentence();
      String what = sentence.substring(sentence.indexOf("damaged: ") + "damaged: ".length());
      damage.add(what.endsWith(".") ? what.substring(0, what.length() - 1) : what);
    }
  }

  private record Row(
      long seq,
      String id,
      String document,
      String run,
      String policy,
      String created,
      String author,
      String title,
      String policyId,
      String verdict) {

    static Row of(ResultSet r) throws SQLException {
      return new Row(
          r.getLong(1),
          r.getString(2),
          r.getString(3),
          r.getString(4),
          r.getString(5),
          r.getString(6),
          r.getString(7),
          r.getString(8),
          r.getString(9),
          r.getString(10));
    }

    static Row of(long seq, String document, Audit audit) {
      return new Row(
          seq,
          audit.id(),
          document,
          audit.evaluation().sha256(),
          audit.policy().sha256(),
          Times.text(audit.created()),
          audit.author(),
          audit.title(),
          audit.policyId(),
          audit.verdict().name());
    }
  }

  private record FindingRow(
      String id,
      String rule,
      String verdict,
      String severity,
      String subject,
      @Nullable Double observed,
      long n) {

    static FindingRow of(ResultSet r) throws SQLException {
      double number = r.getDouble(6);
      Double observed = r.wasNull() ? null : Double.valueOf(number);
      return new FindingRow(
          r.getString(1),
          r.getString(2),
          r.getString(3),
          r.getString(4),
          r.getString(5),
          observed,
          r.getLong(7));
    }

    static FindingRow of(Finding f) {
      return new FindingRow(
          f.id(),
          f.rule(),
          f.verdict().name(),
          f.severity().name(),
          f.subject(),
          withoutNegativeZero(f.observed()),
          f.n());
    }

    /// SQLite keeps no sign of zero.
    private static @Nullable Double withoutNegativeZero(@Nullable Double number) {
      return number == null ? null : Double.valueOf(number + 0.0);
    }
  }
}
