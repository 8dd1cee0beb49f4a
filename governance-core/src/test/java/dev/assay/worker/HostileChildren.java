package dev.assay.worker;

import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.time.Duration;

/// A worker whose child is hostile.
///
/// @param worker the worker
/// @param output folder that imports go to
record HostileChildren(ChildWorker worker, Path output) implements AutoCloseable {

  static final WorkerSettings SETTINGS =
      new WorkerSettings(128L << 20, 1L << 30, Duration.ofSeconds(60));

  static HostileChildren in(Path output) {
    return in(output, SETTINGS);
  }

  static HostileChildren in(Path output, WorkerSettings settings) {
    return new HostileChildren(
        new ChildWorker(HostileMain.class, settings, request -> Preparation.none()), output);
  }

  ImportReport doing(Misbehaviour misbehaviour) {
    return doing(misbehaviour, Progress.NONE, new Cancellation());
  }

  ImportReport doing(Misbehaviour misbehaviour, Progress progress, Cancellation cancellation) {
    return worker.importDataset(
        new ImportRequest(Path.of("/data", misbehaviour.name()), null, output, 1 << 20, 1),
        progress,
        cancellation);
  }

  @Override
  public void close() {
    worker.close();
  }
}
