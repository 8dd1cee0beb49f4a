package dev.assay.store.sqlite;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.SignOff;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Audits in the workspace.
///
/// @param sql the open workspace
record AuditTable(Sql sql) {

  private static final String LATEST = "latest";

  /// Adds an audit with all it rests on. The caller holds a transaction.
  void add(Dossier dossier, Parts parts) throws SQLException {
    Contents contents = new Contents(sql);
    for (Content content : parts.all()) {
      contents.put(content);
    }
    Audit audit = dossier.audit();
    Policy policy = dossier.policy();
    sql.update(
        "INSERT INTO policy(text, id, version, title) VALUES(?, ?, ?, ?) ON CONFLICT(text) DO"
            + " NOTHING",
        policy.digest().sha256(),
        policy.id(),
        policy.version(),
        policy.title());
    new RunTable(sql).add(audit.runId(), dossier.run().evaluation(), parts.run());
    sql.update(
        "INSERT INTO audit(id, document, run, policy, created, author, title, policy_id, verdict)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        audit.id(),
        parts.audit().digest().sha256(),
        audit.evaluation().sha256(),
        audit.policy().sha256(),
        Times.text(audit.created()),
        audit.author(),
        audit.title(),
        audit.policyId(),
        audit.verdict().name());
    addFindings(audit);
  }

  /// An audit by id, by the beginning of its id, or "latest".
  Dossier load(String id) throws SQLException {
    String found = idOf(id);
    return load(found, new SignoffTable(sql).signOff(found));
  }

  /// The same, as people sign it.
  Dossier toSign(String id) throws SQLException {
    return load(idOf(id), null);
  }

  private Dossier load(String found, @Nullable SignOff signOff) throws SQLException {
    Row row =
        sql.first(
                "SELECT document, run, policy FROM audit WHERE id = ?",
                r -> new Row(r.getString(1), r.getString(2), r.getString(3)),
                found)
            .orElseThrow();
    Contents contents = new Contents(sql);
    Audit audit = contents.record(row.document, Audit.class);
    EvaluatedRun run = new RunTable(sql).load(row.run);
    String text = new String(contents.bytes(row.policy), StandardCharsets.UTF_8);
    try {
      List<ReviewEvent> events = new ReviewTable(sql).events(found);
      return new Dossier(
          audit,
          run,
          Policies.recorded(text, audit.policyId()),
          events.isEmpty() ? null : Review.of(found, events),
          signOff,
          new AdditionTable(sql).of(found));
    } catch (InputRejected e) {
      throw sql.faults()
          .damagedContent("the policy of audit " + found + " cannot be read: " + e.sentence());
    }
  }

  /// The whole id that somebody means.
  String idOf(String id) throws SQLException {
    return id.equals(LATEST) ? latest() : Ids.find(sql, "audit", id);
  }

  private String latest() throws SQLException {
    return sql.first(
            "SELECT id FROM audit ORDER BY created DESC, seq DESC LIMIT 1", r -> r.getString(1))
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-AUDIT",
                    "The workspace has no audits yet.",
                    "Record one with 'assay audit'."));
  }

  private void addFindings(Audit audit) throws SQLException {
    long seq =
        sql.first("SELECT seq FROM audit WHERE id = ?", r -> r.getLong(1), audit.id())
            .orElseThrow();
    List<@Nullable Object[]> rows = new ArrayList<>(audit.findings().size());
    for (Finding f : audit.findings()) {
      rows.add(
          new @Nullable Object[] {
            seq,
            rows.size(),
            f.id(),
            f.rule(),
            f.verdict().name(),
            f.severity().name(),
            f.subject(),
            f.observed(),
            f.n()
          });
    }
    sql.updateEach(
        "INSERT INTO finding(audit, position, id, rule, verdict, severity, subject, observed, n)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  private record Row(String document, String run, String policy) {}
}
