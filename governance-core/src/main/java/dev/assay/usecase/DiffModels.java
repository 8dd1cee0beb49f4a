package dev.assay.usecase;

import dev.assay.compare.ModelComparer;
import dev.assay.compare.ModelDifference;
import dev.assay.model.ModelContents;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;

/// In what two models differ, as far as their files say; neither is run.
public final class DiffModels {

  private static final Duration DEADLINE = Duration.ofHours(1);

  private final WorkerFactory workers;

  /// @param workers make the worker that reads
  public DiffModels(WorkerFactory workers) {
    this.workers = workers;
  }

  /// Reads both and compares. A model that the static look refuses is compared all the same: it is
  /// not run.
  public ModelDifference diff(
      Path first, Path second, Progress progress, Cancellation cancellation) {
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(FileSizes.of(first, second), DEADLINE)) {
      Intake intake = new Intake(worker, progress, cancellation);
      ModelContents one = intake.contents(intake.opened(first, () -> scratch.folder("first")));
      ModelContents other = intake.contents(intake.opened(second, () -> scratch.folder("second")));
      return ModelComparer.compare(one, other);
    }
  }
}
