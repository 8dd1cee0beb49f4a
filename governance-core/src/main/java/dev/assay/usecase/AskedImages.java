package dev.assay.usecase;

import dev.assay.check.robustness.ImagePlan;
import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.TextSink;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has changed images scored: they are laid out like an imported dataset of a column of paths and
/// one of changes, so that the worker decodes, changes and scores them in one go, and their scores
/// are kept like any others.
///
/// @param intake runs the model
/// @param model the model's file or folder
/// @param artefact what it is
/// @param binding how it reads a dataset
/// @param plan how to run
/// @param folder makes empty folders
/// @param cache keeps scores
record AskedImages(
    Intake intake,
    Path model,
    ModelArtefact artefact,
    ModelBinding binding,
    RunPlan plan,
    Supplier<Path> folder,
    ScoreCache cache) {

  private static final String CHANGE = " change";

  /// Scores [asked][class], in the order of the images that are asked.
  double[][] ask(Dataset dataset, List<ImagePlan.Asked> asked) {
    InputBinding input = ImageDigests.input(binding).orElseThrow();
    Path files = Objects.requireNonNull(Scoring.filesOf(dataset));
    Path data = folder.get();
    Path scores = folder.get();
    Column paths = dataset.column(input.columns().getFirst());
    List<String> cells = asked.stream().map(a -> String.valueOf(paths.text(a.row()))).toList();
    write(cells, asked, input.columns().getFirst(), data);
    Digest images = new ImageDigests(files, intake.cancellation()).of(cells);
    Digest whole =
        Digest.of((Json.write(asked) + images.sha256()).getBytes(StandardCharsets.UTF_8));
    String key = ScoreCache.key(artefact, whole, binding, plan);
    ScoreCache.@Nullable Kept before = cache.find(key, scores).orElse(null);
    ScoreReport report =
        before == null
            ? intake
                .worker()
                .score(
                    new ScoreRequest(
                        model.toAbsolutePath(), data, binding, plan, scores, files, CHANGE),
                    intake.progress(),
                    intake.cancellation())
            : before.report();
    Scoring.requireSame(artefact, report, model);
    if (before == null) {
      cache.keep(key, scores, new ScoreCache.Kept(report, intake.worker().engines()));
    }
    return AskedTexts.read(scores, asked.size(), report);
  }

  private static void write(
      List<String> paths, List<ImagePlan.Asked> asked, String column, Path folder) {
    ColumnarWriter writer = ColumnarWriter.into(folder, 2);
    TextSink sink = writer.texts(column, ColumnType.STRING);
    paths.forEach(sink::add);
    TextSink changes = writer.texts(CHANGE, ColumnType.STRING);
    asked.forEach(a -> changes.add(a.change()));
    writer.finish();
  }
}
