package dev.assay.store.sqlite;

import dev.assay.common.InputRejected;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.Task;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.finding.Verdict;
import dev.assay.inference.ScoreReport;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.store.RunStore;
import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Runs in the workspace.
///
/// @param sql the open workspace
record RunTable(Sql sql) {

  /// Adds a run with its documents and its entry in the ledger unless it is there. The caller holds
  /// a transaction.
  void keep(Evaluation evaluation, RunParts parts, Ledger ledger) throws SQLException {
    Contents contents = new Contents(sql);
    for (Content content : parts.all()) {
      contents.put(content);
    }
    if (add(parts.id(), evaluation, parts)) {
      ledger.append(RunRecord.of(sql, parts.id()).entry());
    }
  }

  /// Adds a run unless it is there. The caller holds a transaction and has put its documents.
  ///
  /// @return whether it is new
  boolean add(String id, Evaluation evaluation, RunParts parts) throws SQLException {
    int added =
        sql.update(
            "INSERT INTO run(evaluation, id, data, model, binding, scores, model_name, dataset_name, task,"
                + " started, finished) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT(evaluation) DO NOTHING",
            parts.evaluation().digest().sha256(),
            id,
            parts.data().digest().sha256(),
            RunParts.digest(parts.model()),
            RunParts.digest(parts.binding()),
            RunParts.digest(parts.scores()),
            evaluation.provenance().modelName(),
            evaluation.provenance().datasetName(),
            evaluation.task().name().toLowerCase(Locale.ROOT),
            Times.text(evaluation.provenance().started()),
            Times.text(evaluation.provenance().finished()));
    Row kept = row(parts.evaluation().digest().sha256());
    Row given =
        new Row(
            parts.data().digest().sha256(),
            RunParts.digest(parts.model()),
            RunParts.digest(parts.binding()),
            RunParts.digest(parts.scores()));
    if (!kept.equals(given)) {
      throw new IllegalArgumentException("one evaluation, but two ways it was made");
    }
    return added > 0;
  }

  /// All runs, the latest first.
  List<RunStore.Listed> list() throws SQLException {
    Map<String, List<RunStore.InAudit>> audits = audits();
    List<Line> lines =
        sql.query(
            "SELECT id, evaluation, data, scores, model_name, dataset_name, task, started, finished FROM run"
                + " ORDER BY finished DESC, id",
            Line::of);
    Contents contents = new Contents(sql);
    List<RunStore.Listed> all = new ArrayList<>(lines.size());
    for (Line line : lines) {
      ScoreReport scores = contents.recordOrNull(line.scores, ScoreReport.class);
      all.add(
          new RunStore.Listed(
              line.id,
              line.model,
              line.dataset,
              line.task,
              contents.record(line.data, ImportReport.class).rows(),
              line.started,
              line.finished,
              scores == null ? new TreeMap<>() : scores.device(),
              audits.getOrDefault(line.evaluation, List.of())));
    }
    return List.copyOf(all);
  }

  private Map<String, List<RunStore.InAudit>> audits() throws SQLException {
    Map<String, List<RunStore.InAudit>> byRun = new HashMap<>();
    for (Recorded recorded :
        sql.query(
            "SELECT run, id, title, verdict FROM audit ORDER BY created DESC, seq DESC",
            r ->
                new Recorded(
                    r.getString(1),
                    new RunStore.InAudit(
                        r.getString(2), r.getString(3), Verdict.valueOf(r.getString(4)))))) {
      byRun.computeIfAbsent(recorded.run, run -> new ArrayList<>()).add(recorded.audit);
    }
    return byRun;
  }

  private record Recorded(String run, RunStore.InAudit audit) {}

  private record Line(
      String id,
      String evaluation,
      String data,
      @Nullable String scores,
      String model,
      String dataset,
      Task task,
      Instant started,
      Instant finished) {

    static Line of(ResultSet r) throws SQLException {
      return new Line(
          r.getString(1),
          r.getString(2),
          r.getString(3),
          r.getString(4),
          r.getString(5),
          r.getString(6),
          Task.valueOf(r.getString(7).toUpperCase(Locale.ROOT)),
          Times.of(r.getString(8)),
          Times.of(r.getString(9)));
    }
  }

  /// The run of an evaluation's digest.
  EvaluatedRun load(String evaluation) throws SQLException {
    Contents contents = new Contents(sql);
    Row row = row(evaluation);
    return new EvaluatedRun(
        evaluation(evaluation),
        contents.record(row.data, ImportReport.class),
        contents.recordOrNull(row.model, ModelArtefact.class),
        contents.recordOrNull(row.binding, ModelBinding.class),
        contents.recordOrNull(row.scores, ScoreReport.class));
  }

  /// Its facts.
  Evaluation evaluation(String digest) throws SQLException {
    byte[] json = new Contents(sql).bytes(digest);
    try {
      return EvaluationJson.read(new ByteArrayInputStream(json), digest);
    } catch (InputRejected e) {
      throw sql.faults().damagedContent("the evaluation " + digest + " cannot be read");
    }
  }

  /// The evaluation's digest of a run's id or its beginning.
  String digestOf(String id) throws SQLException {
    return sql.first(
            "SELECT evaluation FROM run WHERE id = ?",
            r -> r.getString(1),
            Ids.find(sql, "run", id))
        .orElseThrow();
  }

  private Row row(String evaluation) throws SQLException {
    return sql.first(
            "SELECT data, model, binding, scores FROM run WHERE evaluation = ?",
            r -> new Row(r.getString(1), r.getString(2), r.getString(3), r.getString(4)),
            evaluation)
        .orElseThrow(() -> sql.faults().damagedContent("the run " + evaluation + " is missing"));
  }

  private record Row(
      String data, @Nullable String model, @Nullable String binding, @Nullable String scores) {}
}
