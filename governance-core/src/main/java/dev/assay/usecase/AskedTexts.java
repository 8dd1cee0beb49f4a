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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has texts that stand in no dataset scored: they are laid out like an imported dataset of one
/// column, so that the worker batches them by length and their scores are kept like any others.
///
/// @param intake runs the model
/// @param model the model's folder
/// @param answered the model and how it ran over the dataset
/// @param plan how to run
/// @param folder makes empty folders
/// @param cache keeps scores
record AskedTexts(
    Intake intake,
    Path model,
    Answered answered,
    RunPlan plan,
    Supplier<Path> folder,
    ScoreCache cache)
    implements TextScorer {

  /// The column that the model reads, where it reads one column of texts and gives a score for each
  /// class.
  static Optional<String> column(Answered answered) {
    ModelArtefact artefact = answered.model();
    ModelBinding binding = answered.binding();
    ScoreReport report = answered.scores();
    if (artefact == null
        || artefact.transformer() == null
        || binding == null
        || report == null
        || !report.hasScores()) {
      return Optional.empty();
    }
    List<String> columns = binding.inputs().getFirst().columns();
    return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
  }

  @Override
  public List<String> classes() {
    return report().classes();
  }

  @Override
  public double[][] scores(List<String> texts) {
    Path data = folder.get();
    Path scores = folder.get();
    write(texts, column(answered).orElseThrow(), data);
    ModelBinding binding = binding();
    String key =
        ScoreCache.key(artefact(), digest(texts), binding, plan.provider(), plan.threads());
    @Nullable ScoreReport before =
        cache.find(key, scores).map(ScoreCache.Kept::report).orElse(null);
    if (before == null) {
      ScoreReport report =
          intake
              .worker()
              .score(
                  new ScoreRequest(model.toAbsolutePath(), data, binding, plan, scores),
                  intake.progress(),
                  intake.cancellation());
      cache.keep(key, scores, new ScoreCache.Kept(report, intake.worker().engines()));
    }
    return read(scores, texts.size());
  }

  private double[][] read(Path folder, int rows) {
    ColumnarFolder columns = ColumnarFolder.open(folder);
    double[][] scores = new double[rows][classes().size()];
    for (int c = 0; c < classes().size(); c++) {
      double[] values = ((Column.Numbers) columns.column(ScoreColumns.score(c))).values();
      for (int row = 0; row < rows; row++) {
        scores[row][c] = values[row];
      }
    }
    return scores;
  }

  private static void write(List<String> texts, String column, Path folder) {
    ColumnarWriter writer = ColumnarWriter.into(folder, 1);
    TextSink sink = writer.texts(column, ColumnType.STRING);
    texts.forEach(sink::add);
    writer.finish();
  }

  private static Digest digest(List<String> texts) {
    return Digest.of(Json.write(texts).getBytes(StandardCharsets.UTF_8));
  }

  private ModelArtefact artefact() {
    ModelArtefact artefact = answered.model();
    if (artefact == null) {
      throw new IllegalStateException("there is no model to ask");
    }
    return artefact;
  }

  private ModelBinding binding() {
    ModelBinding binding = answered.binding();
    if (binding == null) {
      throw new IllegalStateException("the model reads nothing");
    }
    return binding;
  }

  private ScoreReport report() {
    ScoreReport report = answered.scores();
    if (report == null) {
      throw new IllegalStateException("the model was not run");
    }
    return report;
  }
}
