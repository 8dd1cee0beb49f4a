package dev.assay.dataset.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for what does not fit into memory; gone when closed.
///
/// @param path the folder
record SpillFolder(Path path) implements AutoCloseable {

  static SpillFolder in(Path output) throws IOException {
    return new SpillFolder(Files.createTempDirectory(output, "spill-"));
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(path)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : all) {
      Files.deleteIfExists(entry);
    }
  }
}
