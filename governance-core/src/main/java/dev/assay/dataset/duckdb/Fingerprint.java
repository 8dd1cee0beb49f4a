package dev.assay.dataset.duckdb;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The digest of a file, computed beside the import, and the proof that the file stayed the same.
final class Fingerprint {

  private final Path file;
  private final long size;
  private final FileTime modified;
  private final FutureTask<Digest> digest;

  private Fingerprint(Path file) throws IOException {
    this.file = file;
    this.size = Files.size(file);
    this.modified = Files.getLastModifiedTime(file);
    this.digest = new FutureTask<>(() -> Digest.of(file));
  }

  static Fingerprint begin(Path file) throws IOException {
    Fingerprint fingerprint = new Fingerprint(file);
    Thread.ofPlatform().daemon().name("assay-import-digest").start(fingerprint.digest);
    return fingerprint;
  }

  /// The digest, when the file did not change meanwhile.
  ///
  /// @throws InputRejected when it did
  Digest finish() throws IOException {
    Digest value = await();
    if (Files.size(file) != size || !Files.getLastModifiedTime(file).equals(modified)) {
      throw new InputRejected(
          "SOURCE-CHANGED",
          "'"
              + Visible.of(String.valueOf(file.getFileName()), 120)
              + "' changed while it was read.",
          "Wait until nobody writes to it, then try again.");
    }
    return value;
  }

  private Digest await() throws IOException {
    try {
      return digest.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a digest was computed", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException known -> throw known;
        case Throwable other -> throw new IllegalStateException(other);
      }
    }
  }
}
