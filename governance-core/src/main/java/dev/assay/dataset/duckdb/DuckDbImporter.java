package dev.assay.dataset.duckdb;

import dev.assay.dataset.DatasetImporter;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.SortedMap;

/// Imports datasets through DuckDB.
public final class DuckDbImporter implements DatasetImporter {

  @Override
  public ImportReport importFile(
      ImportRequest request, Progress progress, Cancellation cancellation) {
    throw new IllegalStateException("to be built");
  }

  /// Versions, loading the native library: "duckdb" → "v2.0.0".
  public static SortedMap<String, String> describe() {
    throw new IllegalStateException("to be built");
  }
}
