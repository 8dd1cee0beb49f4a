package dev.assay.store.sqlite;

import dev.assay.audit.Audit;
import dev.assay.common.InputRejected;
import dev.assay.dataset.ImportReport;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.inference.ScoreReport;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Runs in the workspace.
///
/// @param sql the open workspace
record RunTable(Sql sql) {

  /// Adds the run of a dossier unless it is there. The caller holds a transaction and has put its
  /// documents.
  void add(Audit audit, Evaluation evaluation, Parts parts) throws SQLException {
    sql.update(
        "INSERT INTO run(evaluation, id, data, model, binding, scores, model_name, dataset_name, task,"
            + " started, finished) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT(evaluation) DO NOTHING",
        parts.evaluation().digest().sha256(),
        audit.runId(),
        parts.data().digest().sha256(),
        Parts.digest(parts.model()),
        Parts.digest(parts.binding()),
        Parts.digest(parts.scores()),
        evaluation.provenance().modelName(),
        evaluation.provenance().datasetName(),
        evaluation.task().name().toLowerCase(Locale.ROOT),
        Times.text(evaluation.provenance().started()),
        Times.text(evaluation.provenance().finished()));
    Row kept = row(parts.evaluation().digest().sha256());
    Row given =
        new Row(
            parts.data().digest().sha256(),
            Parts.digest(parts.model()),
            Parts.digest(parts.binding()),
            Parts.digest(parts.scores()));
    if (!kept.equals(given)) {
      throw new IllegalArgumentException("one evaluation, but two ways it was made");
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
