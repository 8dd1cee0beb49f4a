package dev.assay.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What to import and where to.
///
/// @param file the user's file: CSV, Parquet, JSON Lines; a regular file that [dev.assay.source]
///   has recognised
/// @param spec the user's description; absent = guess types and roles
/// @param output an empty folder that receives the columnar files and `import.json` (the
///   [ImportReport])
/// @param memoryBytes memory that the reader may take
/// @param threads threads that the reader may use
public record ImportRequest(
    Path file, @Nullable DatasetSpec spec, Path output, long memoryBytes, int threads) {}
