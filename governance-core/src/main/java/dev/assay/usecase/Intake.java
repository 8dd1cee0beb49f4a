package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.dataset.Datasets;
import dev.assay.dataset.ImportRequest;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelContents;
import dev.assay.model.PreScan;
import dev.assay.source.SourceKind;
import dev.assay.source.Sources;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes files in: recognises them here, has them parsed by the worker.
///
/// @param worker parses
/// @param progress told how far it has come
/// @param cancellation may stop it
record Intake(Worker worker, Progress progress, Cancellation cancellation) {

  private static final long IMPORT_MEMORY = 1L << 30;

  /// Imports a dataset.
  ///
  /// @param described description to use; absent = the one beside the file, else a guess
  /// @param output an empty folder for the columns
  Dataset dataset(Path file, @Nullable Path described, Path output) {
    SourceKind kind = Sources.recognise(file);
    switch (kind) {
      case CSV, PARQUET, JSON_LINES, IMAGE_FOLDER -> {}
      case ONNX, TRANSFORMER_FOLDER, TRANSFORMER_ARCHIVE ->
          throw notA("dataset", file, "a model", "as --model");
      case DATASET_DESCRIPTOR ->
          throw notA("dataset", file, "the description of a dataset", "as --dataset-spec");
      case MODEL_DESCRIPTOR ->
          throw notA("dataset", file, "the description of a model", "as --model-spec");
    }
    Path specFile = described != null ? described : DatasetSpecs.beside(file).orElse(null);
    @Nullable DatasetSpec spec = specFile == null ? null : DatasetSpecs.read(specFile);
    worker.importDataset(
        new ImportRequest(
            file.toAbsolutePath(),
            spec,
            output,
            IMPORT_MEMORY,
            Runtime.getRuntime().availableProcessors()),
        progress,
        cancellation);
    return Datasets.open(output, file);
  }

  /// Imports a dataset that is to be compared with another: its own description, else the other's.
  ///
  /// @param like the dataset it is compared with
  /// @param described the description given for that one
  Dataset like(Path file, Path like, @Nullable Path described, Path output) {
    Path own = DatasetSpecs.beside(file).orElse(null);
    Path others = described != null ? described : DatasetSpecs.beside(like).orElse(null);
    return dataset(file, own != null ? own : others, output);
  }

  /// The model as it can be read: the path itself, or the folder that a zip was unpacked into.
  ///
  /// @param folder makes an empty folder
  Path opened(Path file, Supplier<Path> folder) {
    if (Sources.recognise(file) != SourceKind.TRANSFORMER_ARCHIVE) {
      return file;
    }
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.zip$", "");
    try {
      Path own = Files.createDirectory(folder.get().resolve(name));
      return own.resolve(worker.unpack(file.toAbsolutePath(), own, cancellation)).normalize();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a model that may be run.
  ///
  /// @throws InputRejected when the static look refuses it
  ModelArtefact model(Path file) {
    ModelArtefact artefact = anyModel(file);
    artefact.preScan().findings().stream()
        .filter(item -> item.verdict() == PreScan.Verdict.REFUSED)
        .findFirst()
        .ifPresent(
            item -> {
              throw new InputRejected(item.code(), item.sentence(), item.remedy());
            });
    return artefact;
  }

  /// Reads a model, whatever the static look says.
  ModelArtefact anyModel(Path file) {
    requireModel(file);
    return worker.inspectModel(file.toAbsolutePath(), cancellation);
  }

  /// Reads what a model is told apart by, whatever the static look says.
  ModelContents contents(Path file) {
    requireModel(file);
    return worker.modelContents(file.toAbsolutePath(), cancellation);
  }

  private static void requireModel(Path file) {
    SourceKind kind = Sources.recognise(file);
    switch (kind) {
      case ONNX, TRANSFORMER_FOLDER -> {}
      case TRANSFORMER_ARCHIVE ->
          throw new IllegalStateException("a zip is unpacked before it is read");
      case CSV, PARQUET, JSON_LINES, IMAGE_FOLDER ->
          throw notA("model", file, "a dataset", "as --data");
      case DATASET_DESCRIPTOR ->
          throw notA("model", file, "the description of a dataset", "as --dataset-spec");
      case MODEL_DESCRIPTOR ->
          throw notA("model", file, "the description of a model", "as --model-spec");
    }
  }

  /// The same, saying of its work that it is this.
  Intake about(String step) {
    return new Intake(worker, (_, done, total) -> progress.report(step, done, total), cancellation);
  }

  private static InputRejected notA(String wanted, Path file, String found, String instead) {
    return new InputRejected(
        "SOURCE-KIND",
        "'"
            + Visible.of(String.valueOf(file.getFileName()), 120)
            + "' is no "
            + wanted
            + ": it is "
            + found
            + ".",
        "Give it " + instead + ".");
  }
}
