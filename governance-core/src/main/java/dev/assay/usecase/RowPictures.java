package dev.assay.usecase;

import dev.assay.dataset.Column;
import dev.assay.inference.PictureRequest;
import dev.assay.inference.Pictures.Picture;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.work.Cancellation;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The images of a run's rows, to be looked at. They are decoded in a worker.
public final class RowPictures {

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  /// Bytes of images that a worker is made for.
  private static final long BYTES = 64L << 20;

  private final WorkerFactory workers;

  /// @param workers make the worker that decodes
  public RowPictures(WorkerFactory workers) {
    this.workers = workers;
  }

  /// Whether the model of a run reads images.
  public static boolean fits(OpenRun open) {
    return input(open).isPresent() && Scoring.filesOf(open.dataset()) != null;
  }

  private static Optional<InputBinding> input(OpenRun open) {
    ModelBinding binding = open.run().binding();
    return binding == null ? Optional.empty() : ImageDigests.input(binding);
  }

  /// The images of these rows, in order.
  ///
  /// @param rows data rows, 0-based; at most [PictureRequest#MOST]
  /// @param edge most pixels of the longer edge
  public List<Picture> of(OpenRun open, List<Integer> rows, int edge, Cancellation cancellation) {
    Column paths = open.dataset().column(input(open).orElseThrow().columns().getFirst());
    Path files = Objects.requireNonNull(Scoring.filesOf(open.dataset()));
    List<String> named =
        rows.stream().map(r -> Objects.requireNonNullElse(paths.text(r), "")).toList();
    try (Worker worker = workers.forFilesOf(BYTES, DEADLINE)) {
      return worker.pictures(new PictureRequest(files, named, edge), cancellation).pictures();
    }
  }
}
