package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.common.AtomicFiles;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.Accelerator;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Scorer;
import dev.assay.inference.TextAsk;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelReader;
import dev.assay.model.PreScan;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs ONNX models with ONNX Runtime. A model that the pre-scan refuses never reaches it.
public final class OnnxScorer implements Scorer {

  /// The [ScoreReport] beside the score columns.
  public static final String REPORT_FILE = "scores.json";

  private final LoadedModel.Loader loader;

  /// Loads models with ONNX Runtime.
  public OnnxScorer() {
    this(LoadedModel::onRuntime);
  }

  OnnxScorer(LoadedModel.Loader loader) {
    this.loader = loader;
  }

  @Override
  public ScoreReport score(ScoreRequest request, Progress progress, Cancellation cancellation) {
    RunDevices devices = new RunDevices(Device.all(request.plan().provider()), loader);
    ModelArtefact model = ModelReader.read(request.model());
    refuse(model.preScan());
    ColumnarFolder dataset = ColumnarFolder.open(request.datasetFolder());
    boolean done = false;
    try {
      ScoreReport report =
          OnnxEngine.onDeepStack(
              () -> onSome(request, model, dataset, devices, progress, cancellation));
      AtomicFiles.write(request.output().resolve(REPORT_FILE), Json.pretty(report));
      done = true;
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!done) {
        empty(request.output());
      }
    }
  }

  /// decision: when every one of several devices failed, the whole run is made again on the
  /// processor, so that all its scores come from one kind of device; a model that is at fault
  /// itself is told so there
  private ScoreReport onSome(
      ScoreRequest request,
      ModelArtefact model,
      ColumnarFolder dataset,
      RunDevices devices,
      Progress progress,
      Cancellation cancellation)
      throws OrtException {
    try {
      return scored(request, model, dataset, devices, progress, cancellation);
    } catch (DevicesFailed failed) {
      cancellation.check();
      empty(request.output());
      RunDevices processor = new RunDevices(List.of(Device.of(Accelerator.CPU.option())), loader);
      return scored(request, model, dataset, processor, progress, cancellation)
          .insteadOf(failed.reasons());
    }
  }

  private static ScoreReport scored(
      ScoreRequest request,
      ModelArtefact model,
      ColumnarFolder dataset,
      RunDevices devices,
      Progress progress,
      Cancellation cancellation)
      throws OrtException {
    Transformer beside = model.transformer();
    Optional<TransformerFolder> folder = TransformerFolder.at(request.model());
    TextAsk ask = request.plan().ask();
    if (beside != null && folder.isPresent() && ask != null) {
      return new CausalRun(
              request, ask, model, beside, folder.get(), dataset, devices.devices().getFirst())
          .run(progress, cancellation);
    }
    return beside == null || folder.isEmpty()
        ? new ScoringRun(request, model, dataset, devices).run(progress, cancellation)
        : new TextScoringRun(request, model, beside, folder.get(), dataset, devices)
            .run(progress, cancellation);
  }

  static void refuse(PreScan preScan) {
    preScan.findings().stream()
        .filter(item -> item.verdict() == PreScan.Verdict.REFUSED)
        .findFirst()
        .ifPresent(
            item -> {
              throw new InputRejected(item.code(), item.sentence(), item.remedy());
            });
  }

  /// Half-written columns are of no use to anybody.
  private static void empty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> left = files.filter(Files::isRegularFile).toList();
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException leftBehind) {
      // decision: without a manifest the folder is no set of scores
    }
  }
}
