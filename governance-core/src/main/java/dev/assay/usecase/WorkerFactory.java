package dev.assay.usecase;

import dev.assay.worker.Worker;
import java.time.Duration;

/// Makes workers for one piece of work.
@FunctionalInterface
public interface WorkerFactory {

  /// A worker that may take as much memory as files of this size need.
  ///
  /// @param inputBytes size of all files that it is to read
  /// @param deadline a request that takes longer is stopped and reported
  Worker forFilesOf(long inputBytes, Duration deadline);
}
