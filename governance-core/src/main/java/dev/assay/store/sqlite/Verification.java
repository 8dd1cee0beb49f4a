package dev.assay.store.sqlite;

import dev.assay.audit.Audit;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.WorkFailed;
import dev.assay.evaluation.Evaluation;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
    refuse(sql.faults(), faults());
  }

  /// What is damaged, each half a sentence.
  List<String> faults() throws SQLException {
    structure();
    for (String sha256 : sql.query("SELECT sha256 FROM content", r -> r.getString(1))) {
      guarded(() -> new Contents(sql).bytes(sha256));
    }
    damage.addAll(new References(sql).faults());
    for (Row row : rows()) {
      guarded(() -> audit(row));
      guarded(() -> new ReviewTable(sql).events(row.id));
      guarded(() -> new AdditionTable(sql).of(row.id));
    }
    for (String evaluation : sql.query("SELECT evaluation FROM run", r -> r.getString(1))) {
      guarded(() -> run(evaluation));
    }
    for (String text : sql.query("SELECT text FROM policy", r -> r.getString(1))) {
      guarded(() -> policy(text));
    }
    damage.addAll(new Attachments(sql).faults());
    CardTable cards = new CardTable(sql);
    for (CardTable.Row row : cards.rows()) {
      guarded(() -> cards.version(row));
    }
    return List.copyOf(damage);
  }

  /// @throws WorkFailed when there are faults, naming the first ones
  static void refuse(Faults say, List<String> faults) {
    if (!faults.isEmpty()) {
      String named = String.join("; ", faults.stream().limit(MOST_NAMED).toList());
      throw say.damagedContent(
          faults.size() > MOST_NAMED
              ? named + "; and " + (faults.size() - MOST_NAMED) + " more"
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

  private @Nullable Object run(String evaluation) throws SQLException {
    Evaluation facts = new RunTable(sql).evaluation(evaluation);
    List<String> expected =
        List.of(
            facts.provenance().modelName(),
            facts.provenance().datasetName(),
            facts.task().name().toLowerCase(Locale.ROOT),
            Times.text(facts.provenance().started()),
            Times.text(facts.provenance().finished()),
            new Digest(evaluation).brief());
    List<String> found =
        sql.first(
                "SELECT model_name, dataset_name, task, started, finished, id FROM run WHERE evaluation = ?",
                r ->
                    List.of(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6)),
                evaluation)
            .orElseThrow(
                () -> sql.faults().damagedContent("the run " + evaluation + " is missing"));
    if (!found.equals(expected)) {
      damage.add(
          "the entry of run " + new Digest(evaluation).brief() + " differs from its document");
    }
    return null;
  }

  private @Nullable Object policy(String digest) throws SQLException {
    String text = new String(new Contents(sql).bytes(digest), StandardCharsets.UTF_8);
    List<String> found =
        sql.first(
                "SELECT id, version, title FROM policy WHERE text = ?",
                r -> List.of(r.getString(1), r.getString(2), r.getString(3)),
                digest)
            .orElseThrow(() -> sql.faults().damagedContent("the policy " + digest + " is missing"));
    try {
      Policy policy = Policies.recorded(text, found.get(0) + "@" + found.get(1));
      if (!found.equals(List.of(policy.id(), policy.version(), policy.title()))) {
        damage.add("the entry of policy " + found.getFirst() + " differs from its document");
      }
    } catch (InputRejected e) {
      damage.add("the policy " + new Digest(digest).brief() + " cannot be read: " + e.sentence());
    }
    return null;
  }

  /// One damaged part does not hide the others.
  private void guarded(Sql.Answer<@Nullable Object> look) throws SQLException {
    try {
      look.get();
    } catch (WorkFailed e) {
      damage.add(what(e));
    }
  }

  /// The half sentence that says what is damaged.
  static String what(WorkFailed damage) {
    String sentence = damage.sentence();
    int at = sentence.indexOf("damaged: ");
    String what = at < 0 ? sentence : sentence.substring(at + "damaged: ".length());
    return what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
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
