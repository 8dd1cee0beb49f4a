package dev.assay.worker;

import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.Bindings;
import dev.assay.model.ModelArtefact;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.cache.CacheFolder;
import dev.assay.worker.cache.ClassArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prepares fast starts of workers: unpacks the engines, has a worker read a dataset and run a
/// model that came with Assay, and archives the classes that this took.
final class PrepareMain {

  private static final WorkerSettings SETTINGS =
      new WorkerSettings(512L << 20, 3L << 30, Duration.ofSeconds(60));

  private PrepareMain() {}

  /// Prepares.
  ///
  /// @param args a dataset and a model that fits it, both trusted
  public static void main(String[] args) throws IOException {
    Optional<CacheFolder> cache = CacheFolder.ofUser(System.getenv());
    if (cache.isEmpty()) {
      System.err.println("no cache folder of this user's own; workers start without preparation");
      return;
    }
    Preparation engines = Preparation.engines(cache.get(), true);
    Path folder = PrivateFolder.create();
    try {
      Path recording = folder.resolve("worker.aotconf");
      record(engines, recording, args, Files.createDirectory(folder.resolve("out")));
      boolean made =
          new ClassArchive(cache.get(), engines.classPath())
              .make(ChildCommand.java(), recording, ChildCommand.ACCESS);
      System.err.println(made ? "workers are prepared" : "engines are prepared");
    } finally {
      PrivateFolder.remove(folder);
    }
  }

  private static void record(Preparation engines, Path recording, String[] args, Path output)
      throws IOException {
    List<String> options = new ArrayList<>(engines.options());
    options.addAll(ClassArchive.recordingOptions(recording));
    Preparation recorded = new Preparation(engines.classPath(), options);
    ChildWorker worker = new ChildWorker(WorkerMain.class, SETTINGS, request -> recorded);
    try {
      worker.ping();
      if (args.length == 2) {
        readAndScore(worker, Path.of(args[0]), Path.of(args[1]), output);
      }
    } finally {
      worker.endInOrder();
    }
  }

  private static void readAndScore(ChildWorker worker, Path data, Path model, Path output)
      throws IOException {
    Path columns = Files.createDirectory(output.resolve("columns"));
    ImportReport report =
        worker.importDataset(
            new ImportRequest(data.toAbsolutePath(), null, columns, 1L << 29, 1),
            Progress.NONE,
            new Cancellation());
    ModelArtefact artefact = worker.inspectModel(model.toAbsolutePath(), new Cancellation());
    worker.score(
        new ScoreRequest(
            model.toAbsolutePath(),
            columns,
            Bindings.bind(artefact, report.spec(), null),
            new RunPlan("cpu", 4096, 1, 60),
            Files.createDirectory(output.resolve("scores"))),
        Progress.NONE,
        new Cancellation());
  }
}
