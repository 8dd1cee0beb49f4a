package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.source.SourceKind;
import dev.assay.source.Sources;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Says what a file is.
public final class Inspect {

  private static final Duration DEADLINE = Duration.ofHours(1);

  private final WorkerFactory workers;

  /// @param workers make the worker that parses
  public Inspect(WorkerFactory workers) {
    this.workers = workers;
  }

  /// Reads a dataset or a model. A model that the static look refuses is shown with its verdict,
  /// not thrown.
  ///
  /// @param datasetSpec description of a dataset; absent = the one beside it, else a guess
  public Inspection inspect(
      Path path, @Nullable Path datasetSpec, Progress progress, Cancellation cancellation) {
    SourceKind kind = Sources.recognise(path);
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(FileSizes.of(path), DEADLINE)) {
      Intake intake = new Intake(worker, progress, cancellation);
      return switch (kind) {
        case ONNX, TRANSFORMER_FOLDER, TRANSFORMER_ARCHIVE ->
            new Inspection.OfModel(
                intake.anyModel(intake.opened(path, () -> scratch.folder("model"))));
        case CSV, PARQUET, JSON_LINES, IMAGE_FOLDER, DATASET_DESCRIPTOR, MODEL_DESCRIPTOR ->
            new Inspection.OfDataset(
                intake.dataset(path, datasetSpec, scratch.folder("data")).report());
      };
    }
  }

  /// Writes down the description of a dataset.
  ///
  /// @throws UsageError when a model was inspected
  public void writeSpec(Inspection inspection, Path target) {
    switch (inspection) {
      case Inspection.OfDataset dataset -> DatasetSpecs.write(dataset.report().spec(), target);
      case Inspection.OfModel ignored ->
          throw new UsageError(
              "USAGE-WRITE-SPEC",
              "--write-spec writes descriptions of datasets, and this is a model.",
              "Leave --write-spec away, or give a dataset.");
    }
  }
}
