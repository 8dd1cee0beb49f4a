package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.TextSink;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextScorer;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has texts that stand in no dataset scored: they are laid out like an imported dataset, so that
/// the worker batches them by length and their scores are kept like any others.
///
/// @param intake runs the model
/// @param model the model's folder
/// @param artefact what it is
/// @param binding how it reads a dataset
/// @param plan how to run
/// @param folder makes empty folders
/// @param cache keeps scores
record AskedTexts(
    Intake intake,
    Path model,
    ModelArtefact artefact,
    ModelBinding binding,
    RunPlan plan,
    Supplier<Path> folder,
    ScoreCache cache)
    implements TextScorer {

  /// The column that the model reads, where it reads one column of texts.
  static Optional<String> column(@Nullable ModelArtefact artefact, @Nullable ModelBinding binding) {
    if (artefact == null || artefact.transformer() == null || binding == null) {
      return Optional.empty();
    }
    List<String> columns = binding.inputs().getFirst().columns();
    return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
  }

  @Override
  public Answers ask(List<String> texts) {
    String column = column(artefact, binding).orElseThrow();
    Ran ran = ran(new TreeMap<>(Map.of(column, texts)), plan);
    return new Answers(ran.report().classes(), read(ran.scores(), texts.size(), ran.report()));
  }

  /// What came of a run.
  ///
  /// @param scores folder of scores
  record Ran(ScoreReport report, Path scores) {}

  /// Runs the model over columns of texts of like length, or finds what it said before.
  ///
  /// @param plan how to run, and what is asked
  Ran ran(SortedMap<String, List<String>> columns, RunPlan plan) {
    Path data = folder.get();
    Path scores = folder.get();
    write(columns, data);
    String key = ScoreCache.key(artefact, digest(columns), binding, plan);
    ScoreCache.@Nullable Kept before = cache.find(key, scores).orElse(null);
    ScoreReport report = before == null ? run(data, scores, plan) : before.report();
    Scoring.requireSame(artefact, report, model);
    if (before == null) {
      cache.keep(key, scores, new ScoreCache.Kept(report, intake.worker().engines()));
    }
    return new Ran(report, scores);
  }

  private ScoreReport run(Path data, Path scores, RunPlan plan) {
    return intake
        .worker()
        .score(
            new ScoreRequest(model.toAbsolutePath(), data, binding, plan, scores),
            intake.progress(),
            intake.cancellation());
  }

  /// Scores [row][class] from a folder of scores.
  static double[][] read(Path folder, int rows, ScoreReport report) {
    ColumnarFolder columns = ColumnarFolder.open(folder);
    int classes = report.hasScores() ? report.classes().size() : 0;
    double[][] scores = new double[rows][classes];
    for (int c = 0; c < classes; c++) {
      double[] values = ((Column.Numbers) columns.column(ScoreColumns.score(c))).values();
      for (int row = 0; row < rows; row++) {
        scores[row][c] = values[row];
      }
    }
    return scores;
  }

  private static void write(SortedMap<String, List<String>> columns, Path folder) {
    ColumnarWriter writer = ColumnarWriter.into(folder, columns.size());
    columns.forEach(
        (column, texts) -> {
          TextSink sink = writer.texts(column, ColumnType.STRING);
          texts.forEach(sink::add);
        });
    writer.finish();
  }

  private static Digest digest(SortedMap<String, List<String>> columns) {
    return Digest.of(Json.write(columns).getBytes(StandardCharsets.UTF_8));
  }
}
