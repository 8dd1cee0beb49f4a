package dev.assay.dataset;

import java.nio.file.Path;
import java.util.Optional;

/// Reads and writes `*.dataset.json`.
public final class DatasetSpecs {

  private DatasetSpecs() {}

  /// Reads a description.
  ///
  /// @throws dev.assay.common.InputRejected when it is not one; the sentence names the place
  public static DatasetSpec read(Path file) {
    throw new IllegalStateException("to be built: " + file);
  }

  /// Writes a description whole or not at all.
  public static void write(DatasetSpec spec, Path file) {
    throw new IllegalStateException("to be built: " + file);
  }

  /// The description that lies beside a dataset: `x.csv` and `x.dataset.json`.
  public static Optional<Path> beside(Path data) {
    throw new IllegalStateException("to be built: " + data);
  }
}
