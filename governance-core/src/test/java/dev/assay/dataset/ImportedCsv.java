package dev.assay.dataset;

import dev.assay.dataset.duckdb.DuckDbImporter;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tables imported as a user's are, for tests.
public final class ImportedCsv {

  private ImportedCsv() {}

  /// The lines as a table.
  public static Dataset of(Path folder, String... lines) {
    try {
      Path file = Files.writeString(folder.resolve("table.csv"), String.join("\n", lines) + "\n");
      return file(file, folder.resolve("columns"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file, with the description that lies beside it.
  public static Dataset file(Path file, Path output) {
    try {
      Files.createDirectories(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DatasetSpec spec = DatasetSpecs.beside(file).map(DatasetSpecs::read).orElse(null);
    new DuckDbImporter()
        .importFile(
            new ImportRequest(file, spec, output, 512L << 20, 2),
            Progress.NONE,
            new Cancellation());
    return Datasets.open(output, file);
  }
}
