package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.finding.Verdict;
import dev.assay.ledger.attest.ActKind;
import dev.assay.model.ModelArtefact;
import dev.assay.signoff.Standing;
import dev.assay.signoff.Workflow;
import dev.assay.store.AuditStore.Listed;
import dev.assay.store.AuditStore.Reviewed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lists of audits, in one query, so that thousands are listed at once.
///
/// @param sql the open workspace
record AuditList(Sql sql) {

  private static final String REVIEW_EVENTS =
      "SELECT kind FROM review_event e WHERE e.audit = a.seq";

  /// Failed findings that count (see `ReviewRules.counts`) without a disposition that stands.
  private static final String OPEN =
      "SELECT count(*) FROM finding f WHERE f.audit = a.seq AND f.verdict = 'FAIL' AND f.severity <> 'INFO'"
          + " AND NOT EXISTS(SELECT 1 FROM review_event d WHERE d.audit = a.seq AND d.kind = 'disposed'"
          + " AND json_extract(d.document, '$.finding') = f.id AND NOT EXISTS(SELECT 1 FROM review_event s"
          + " WHERE s.audit = a.seq AND s.kind = 'superseded'"
          + " AND json_extract(s.document, '$.entry') = d.position))";

  private static final String SELECT =
      "SELECT a.id, a.title, a.created, a.author, a.verdict, a.policy_id, r.model_name, r.dataset_name, r.model, ("
          + REVIEW_EVENTS
          + " AND kind NOT IN ('opened', 'evidence_opened') ORDER BY position DESC LIMIT 1) AS last_event, EXISTS("
          + REVIEW_EVENTS
          + ") AS begun, step.kind AS step, step.at AS since,"
          + " (SELECT person FROM act WHERE audit = a.id AND kind = 'submitted') AS handed_over,"
          + " EXISTS(SELECT 1 FROM act WHERE audit = a.id AND kind = 'reviewed') AS reviewed, ("
          + OPEN
          + ") AS open FROM audit a JOIN run r ON r.evaluation = a.run LEFT JOIN act step ON step.audit = a.id"
          + " AND step.number = (SELECT max(number) FROM act WHERE audit = a.id AND kind IN ('submitted', 'approved',"
          + " 'rejected', 'superseded', 'withdrawn')) ORDER BY a.created DESC, a.seq DESC";

  /// All audits, the latest first.
  List<Listed> all() throws SQLException {
    return lines().stream().map(Line::listed).toList();
  }

  /// Audits of this very model, the latest first. Models are few and their documents small, so each
  /// is read and asked for its digest.
  List<Listed> ofModel(Digest model) throws SQLException {
    Contents contents = new Contents(sql);
    Map<String, Boolean> same = new HashMap<>();
    List<Listed> found = new ArrayList<>();
    for (Line line : lines()) {
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

  private List<Line> lines() throws SQLException {
    return sql.query(SELECT, Line::of);
  }

  private record Line(Listed listed, @Nullable String model) {

    static Line of(ResultSet r) throws SQLException {
      Instant created = Times.of(r.getString("created"));
      Reviewed review = reviewed(r.getString("last_event"), r.getBoolean("begun"));
      return new Line(
          new Listed(
              r.getString("id"),
              r.getString("title"),
              created,
              r.getString("author"),
              Verdict.valueOf(r.getString("verdict")),
              r.getString("policy_id"),
              r.getString("model_name"),
              r.getString("dataset_name"),
              review,
              standing(r, created, review)),
          r.getString("model"));
    }

    private static Standing standing(ResultSet r, Instant created, Reviewed review)
        throws SQLException {
      String step = r.getString("step");
      ActKind kind = step == null ? null : ActKind.of(step);
      Workflow begun = Workflow.of(List.of());
      return new Standing(
          (kind == null ? begun : begun.after(kind)).state(),
          step == null ? created : Times.of(r.getString("since")),
          r.getString("author"),
          Objects.requireNonNullElse(r.getString("handed_over"), ""),
          review == Reviewed.SUBMITTED,
          r.getBoolean("reviewed"),
          r.getInt("open"));
    }

    /// After a submission only what takes it back can happen.
    private static Reviewed reviewed(@Nullable String last, boolean begun) {
      if ("submitted".equals(last)) {
        return Reviewed.SUBMITTED;
      }
      return begun ? Reviewed.BEGUN : Reviewed.NOT_BEGUN;
    }
  }
}
