package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.compare.ComparisonCsv;
import dev.assay.compare.ComparisonJson;
import dev.assay.compare.RunComparison;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Two models on the same rows: what the second does better or worse, for whom, and whether it is
/// chance.
///
/// @param evaluation runs both
public record CompareModels(RunEvaluation evaluation) {

  /// What came out.
  ///
  /// @param champion run of the first model
  /// @param challenger run of the second
  /// @param comparison of both
  public record Compared(EvaluatedRun champion, EvaluatedRun challenger, RunComparison comparison) {

    /// The comparison as JSON.
    public String json() {
      return ComparisonJson.of(
          comparison, champion.evaluation().provenance(), challenger.evaluation().provenance());
    }

    /// Writes comparison.json and comparison.csv.
    ///
    /// @return what was written
    public List<Path> write(Path folder) {
      Path json = folder.resolve("comparison.json");
      Path csv = folder.resolve("comparison.csv");
      AtomicFiles.export(json, json().getBytes(StandardCharsets.UTF_8));
      AtomicFiles.export(
          csv, ComparisonCsv.of(comparison.differences()).getBytes(StandardCharsets.UTF_8));
      return List.of(json, csv);
    }
  }

  /// Evaluates both and compares.
  public Compared compare(
      EvaluateRequest champion,
      EvaluateRequest challenger,
      Progress progress,
      Cancellation cancellation) {
    try (Scratch scratch = Scratch.create()) {
      OpenRun first = evaluation.open(champion, scratch, "a-", r -> {}, progress, cancellation);
      OpenRun second = evaluation.open(challenger, scratch, "b-", r -> {}, progress, cancellation);
      return new Compared(
          first.run(),
          second.run(),
          CompareRuns.compare(
              CompareRuns.open(first), CompareRuns.open(second), progress, cancellation));
    }
  }
}
