package dev.assay.dataset.duckdb;

import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Datasets;
import dev.assay.dataset.ImportRequest;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Imports for tests, each into a folder of its own.
final class Imports {

  private final Path folder;
  private int count;

  Imports(Path folder) {
    this.folder = folder;
  }

  Dataset file(Path file, @Nullable DatasetSpec spec) {
    Path output = newFolder();
    new DuckDbImporter()
        .importFile(
            new ImportRequest(file, spec, output, 512L << 20, 2),
            Progress.NONE,
            new Cancellation());
    return Datasets.open(output, file);
  }

  Dataset text(String name, String text) {
    return text(name, text, StandardCharsets.UTF_8);
  }

  Dataset text(String name, String text, Charset charset) {
    return file(write(name, text.getBytes(charset)), null);
  }

  Path write(String name, byte[] bytes) {
    try {
      return Files.write(newFolder().resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path newFolder() {
    try {
      return Files.createDirectories(folder.resolve("d" + count++));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
