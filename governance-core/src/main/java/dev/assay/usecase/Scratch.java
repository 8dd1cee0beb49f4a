package dev.assay.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A private folder for imported columns and scores; gone when closed.
final class Scratch implements AutoCloseable {

  private final Path root;

  private Scratch(Path root) {
    this.root = root;
  }

  /// A folder that only this user can read.
  static Scratch create() {
    try {
      return new Scratch(Files.createTempDirectory("assay-run-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A new, empty folder.
  Path folder(String name) {
    try {
      return Files.createDirectory(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes new, empty folders, one each time.
  Supplier<Path> numbered(String name) {
    AtomicInteger made = new AtomicInteger();
    return () -> folder(name + "-" + made.incrementAndGet());
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(root, new Remove());
    } catch (IOException leftBehind) {
      // decision: a temporary folder that cannot be removed is the system's to clean up, not a
      // failed run
    }
  }

  private static final class Remove extends SimpleFileVisitor<Path> {
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
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
