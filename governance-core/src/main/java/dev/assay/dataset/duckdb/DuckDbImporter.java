package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.dataset.DatasetImporter;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Imports datasets through DuckDB: text tables after a look at every byte, Parquet as it is. What
/// does not fit into memory goes to a folder below the output, which is gone at the end. An import
/// that fails leaves the output folder empty.
public final class DuckDbImporter implements DatasetImporter {

  private static final String TEMPORARY = ".reading";

  @Override
  public ImportReport importFile(
      ImportRequest request, Progress progress, Cancellation cancellation) {
    Path temporary = request.output().resolve(TEMPORARY);
    boolean done = false;
    try {
      Files.createDirectories(temporary);
      ImportReport report = new Import(request, temporary, progress, cancellation).run();
      done = true;
      return report;
    } catch (InputRejected e) {
      throw named(e, request.file());
    } catch (IOException | UncheckedIOException e) {
      throw new WorkFailed(
          "DATASET-WRITE",
          "The imported columns could not be written or read back: " + e.getMessage() + ".",
          "Check the free space and the permissions of the workspace's folder.",
          e);
    } finally {
      remove(temporary, true);
      if (!done) {
        remove(request.output(), false);
      }
    }
  }

  /// The same refusal, with the file's name in it.
  private static InputRejected named(InputRejected e, Path file) {
    String name = Visible.of(String.valueOf(file.getFileName()), 120);
    return e.sentence().contains(name)
        ? e
        : new InputRejected(e.code(), name + ": " + e.sentence(), e.remedy(), e);
  }

  /// Versions, loading the native library: "duckdb" → "v2.0.0".
  public static SortedMap<String, String> describe() {
    SortedMap<String, String> versions = new TreeMap<>();
    versions.put("duckdb", Session.version());
    return versions;
  }

  private static void remove(Path folder, boolean itself) {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        if (itself || !path.equals(folder)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException | UncheckedIOException leftBehind) {
      // decision: the folder belongs to the caller, who removes it with all that is in it
    }
  }
}
