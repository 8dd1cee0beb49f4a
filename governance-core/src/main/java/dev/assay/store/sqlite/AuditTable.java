package dev.assay.store.sqlite;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import dev.assay.finding.Verdict;
import dev.assay.ledger.attest.ActKind;
import dev.assay.model.ModelArtefact;
import dev.assay.signoff.Workflow;
import dev.assay.store.AuditStore.Listed;
import dev.assay.store.AuditStore.Reviewed;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        "INSERT INTO policy(text, id, version, title) VALUES(?, ?, ?, ?) ON CONFLICT(text) DO NOTHING",
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
          new SignoffTable(sql).signOff(found));
    } catch (InputRejected e) {
      throw sql.faults()
          .damagedContent("the policy of audit " + found + " cannot be read: " + e.sentence());
    }
  }

  /// The whole id that somebody means.
  String idOf(String id) throws SQLException {
    return id.equals(LATEST) ? latest() : Ids.find(sql, "audit", id);
  }

  /// All audits, the latest first.
  List<Listed> list() throws SQLException {
    return listed().stream().map(Line::listed).toList();
  }

  /// Audits of this very model, the latest first. Models are few and their documents small, so each
  /// is read and asked for its digest.
  List<Listed> ofModel(Digest model) throws SQLException {
    Contents contents = new Contents(sql);
    Map<String, Boolean> same = new HashMap<>();
    List<Listed> found = new ArrayList<>();
    for (Line line : listed()) {
      String document = line.model;
      if (document == null) {
        continue;
      }
      Boolean known = same.get(document);
      if (known == null) {
        known = contents.record(document, ModelArtefact.class).digest().equals(model);
        same.put(document, known);
      }
      if (known) {
        found.add(line.listed);
      }
    }
    return found;
  }

  private List<Line> listed() throws SQLException {
    return sql.query(
        "SELECT a.id, a.title, a.created, a.author, a.verdict, a.policy_id, r.model_name,"
            + " r.dataset_name, r.model,"
            + " (SELECT kind FROM review_event e WHERE e.audit = a.seq AND kind NOT IN ('opened',"
            + " 'evidence_opened') ORDER BY position DESC LIMIT 1),"
            + " EXISTS(SELECT 1 FROM review_event e WHERE e.audit = a.seq),"
            + " (SELECT kind FROM act WHERE act.audit = a.id AND kind IN ('submitted', 'approved', 'rejected',"
            + " 'superseded', 'withdrawn') ORDER BY number DESC LIMIT 1)"
            + " FROM audit a JOIN run r ON r.evaluation = a.run ORDER BY a.created DESC, a.seq DESC",
        r ->
            new Line(
                new Listed(
                    r.getString(1),
                    r.getString(2),
                    Times.of(r.getString(3)),
                    r.getString(4),
                    Verdict.valueOf(r.getString(5)),
                    r.getString(6),
                    r.getString(7),
                    r.getString(8),
                    reviewed(r.getString(10), r.getBoolean(11)),
                    state(r.getString(12))),
                r.getString(9)));
  }

  /// After a submission only what takes it back can happen.
  private static Reviewed reviewed(@Nullable String last, boolean begun) {
    if ("submitted".equals(last)) {
      return Reviewed.SUBMITTED;
    }
    return begun ? Reviewed.BEGUN : Reviewed.NOT_BEGUN;
  }

  private static String state(@Nullable String lastStep) {
    ActKind kind = lastStep == null ? null : ActKind.of(lastStep);
    Workflow begun = Workflow.of(List.of());
    return (kind == null ? begun : begun.after(kind)).state().word();
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

  private record Line(Listed listed, @Nullable String model) {}
}
