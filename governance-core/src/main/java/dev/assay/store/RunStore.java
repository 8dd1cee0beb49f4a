package dev.assay.store;

import dev.assay.dataset.Task;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.finding.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// Runs: those that audits rest on, and those that were only kept.
public interface RunStore {

  /// Keeps a run without an audit; one that is there already stays as it is. Durable when this
  /// returns.
  ///
  /// @return its id
  String record(EvaluatedRun run);

  /// All runs, the latest first. Reads no facts, so that a long list stays cheap.
  List<Listed> list();

  /// A run by id, or by an unambiguous beginning of its id.
  ///
  /// @throws dev.assay.common.UsageError when there is none, or several
  EvaluatedRun load(String id);

  /// Only the facts of that run, for instance as a baseline.
  ///
  /// @throws dev.assay.common.UsageError when there is none, or several
  Evaluation evaluation(String id);

  /// One line of the list.
  ///
  /// @param id of the run
  /// @param model file name of the model, or "stored scores"
  /// @param dataset file name of the dataset
  /// @param task what was predicted
  /// @param rows rows of the dataset
  /// @param started start of the run, UTC
  /// @param finished end of the run, UTC
  /// @param device where the model ran; empty for stored scores
  /// @param audits audits that rest on it, the latest first
  record Listed(
      String id,
      String model,
      String dataset,
      Task task,
      long rows,
      Instant started,
      Instant finished,
      SortedMap<String, String> device,
      List<InAudit> audits) {}

  /// An audit that rests on a run.
  record InAudit(String id, String title, Verdict verdict) {}
}
