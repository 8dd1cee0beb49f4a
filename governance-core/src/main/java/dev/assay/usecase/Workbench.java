package dev.assay.usecase;

import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Policy;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelGraph;
import dev.assay.report.Reports;
import dev.assay.report.document.Document;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a window works with: models and datasets that stay open, and runs whose rows can be looked
/// at. Imported columns lie in a private folder that is gone when the workbench is closed.
public final class Workbench implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofHours(1);

  private final WorkerFactory workers;
  private final RunEvaluation evaluation;
  private final Judging judging;

  /// Digests of runs that were judged, by the run itself: a run of many slices takes seconds to
  /// digest.
  private final Map<EvaluatedRun, Digest> digests =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private final Scratch scratch = Scratch.create();
  private final AtomicInteger folders = new AtomicInteger();

  /// @param workers make the workers that parse and score
  /// @param clock tells when runs started and ended
  /// @param cache keeps the scores of text models
  public Workbench(WorkerFactory workers, Clock clock, ScoreCache cache) {
    this.workers = workers;
    this.evaluation = new RunEvaluation(workers, clock, cache);
    this.judging = new Judging(clock);
  }

  /// Reads a model; one that the static look refuses comes back with its verdict.
  public ModelArtefact model(Path file, Cancellation cancellation) {
    try (Worker worker = workers.forFilesOf(FileSizes.of(file), DEADLINE)) {
      Intake intake = new Intake(worker, Progress.NONE, cancellation);
      return intake.anyModel(intake.opened(file, () -> folder("model")));
    }
  }

  /// Reads the graph of a model for drawing.
  ///
  /// @throws dev.assay.common.InputRejected also when the graph is larger than is drawn
  public ModelGraph graph(Path file, Cancellation cancellation) {
    try (Worker worker = workers.forFilesOf(FileSizes.of(file), DEADLINE)) {
      Path model =
          new Intake(worker, Progress.NONE, cancellation).opened(file, () -> folder("model"));
      return worker.modelGraph(model.toAbsolutePath(), cancellation);
    }
  }

  /// Imports a dataset.
  ///
  /// @param described its description; absent = the one beside it, else a guess
  public Dataset dataset(
      Path file, @Nullable Path described, Progress progress, Cancellation cancellation) {
    try (Worker worker = workers.forFilesOf(FileSizes.of(file), DEADLINE)) {
      return new Intake(worker, progress, cancellation).dataset(file, described, folder("data"));
    }
  }

  /// Keeps a description for as long as the workbench is open.
  ///
  /// @return its file
  public Path describe(DatasetSpec spec) {
    Path file = folder("description").resolve("session.dataset.json");
    DatasetSpecs.write(spec, file);
    return file;
  }

  /// Runs a request; its rows stay open.
  ///
  /// @param measured receives the run when its metrics are known, before any check is made; called
  ///   by the thread that runs
  public OpenRun evaluate(
      EvaluateRequest request,
      Consumer<OpenRun> measured,
      Progress progress,
      Cancellation cancellation) {
    return evaluation.open(
        request,
        scratch,
        "run-" + folders.incrementAndGet() + "-",
        measured,
        progress,
        cancellation);
  }

  /// The numbers of a run as a document, judged by nothing: for a run whose checks are still being
  /// made.
  public static Document numbers(EvaluatedRun run) {
    Digest dataset = run.evaluation().provenance().dataset();
    Policy none = new Policy("none", "", "", "", List.of(), dataset, "");
    return Reports.numbers(
        new Judging(Clock.systemUTC()).judge(run, dataset, none, List.of(), "", "", ""));
  }

  /// What an audit of this run would say, without recording anything.
  public Dossier draft(EvaluatedRun run, Policy policy) {
    Digest evaluation = digests.computeIfAbsent(run, Judging::digest);
    return judging.judge(run, evaluation, policy, List.of(), "", "", "");
  }

  private Path folder(String name) {
    return scratch.folder(name + "-" + folders.incrementAndGet());
  }

  @Override
  public void close() {
    scratch.close();
  }
}
