package dev.assay.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sizes of files, to tell how much memory reading them may take.
final class FileSizes {

  private static final int MOST_FILES = 10_000;

  private FileSizes() {}

  /// Bytes of the files that exist, and for a model of everything beside it that carries its name
  /// (external data), or everything in its folder.
  static long of(@Nullable Path... files) {
    long total = 0;
    for (Path file : files) {
      total += file == null ? 0 : withCompanions(file);
    }
    return total;
  }

  private static long withCompanions(Path file) {
    if (Files.isDirectory(file)) {
      try (Stream<Path> inside = Files.walk(file, 2)) {
        return inside
            .limit(MOST_FILES)
            .filter(Files::isRegularFile)
            .mapToLong(FileSizes::bytes)
            .sum();
      } catch (IOException | UncheckedIOException unreadable) {
        return 0;
      }
    }
    String name = String.valueOf(file.getFileName());
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isRegularFile(file)) {
      return 0;
    }
    try (Stream<Path> beside = Files.list(folder)) {
      return beside
          .filter(f -> String.valueOf(f.getFileName()).startsWith(name) && Files.isRegularFile(f))
          .mapToLong(FileSizes::bytes)
          .sum();
    } catch (IOException unreadable) {
      return bytes(file);
    }
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
