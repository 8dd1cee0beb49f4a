package dev.assay.worker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A child's own temporary folder, readable by this user alone. Its name holds this process' id, so
/// that what a killed process left behind is found and removed by the next one.
final class PrivateFolder {

  private static final String PREFIX = "assay-worker-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

  private PrivateFolder() {}

  /// A new folder; folders of processes that are gone are removed on the way.
  static Path create() throws IOException {
    Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    Path parent = folder.getParent();
    if (parent != null) {
      sweep(parent);
    }
    return folder;
  }

  private static void sweep(Path parent) {
    try (Stream<Path> siblings = Files.list(parent)) {
      siblings.filter(PrivateFolder::isOrphan).forEach(PrivateFolder::remove);
    } catch (IOException unreadable) {
      // decision: nothing that this process needs
    }
  }

  private static boolean isOrphan(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /// Removes a folder with all that is in it, as far as that goes.
  static void remove(Path folder) {
    empty(folder);
    try {
      Files.deleteIfExists(folder);
    } catch (IOException leftBehind) {
      // decision: the next process tries again
    }
  }

  /// Removes all that is in a folder, as far as that goes.
  static void empty(Path folder) {
    try {
      Files.walkFileTree(folder, new Emptier(folder));
    } catch (IOException leftBehind) {
      // decision: the next process tries again
    }
  }

  private static final class Emptier extends SimpleFileVisitor<Path> {
    private final Path root;

    Emptier(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      if (failed != null) {
        throw failed;
      }
      if (!folder.equals(root)) {
        Files.delete(folder);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
