package dev.assay.common;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that appear whole or not at all: written beside the target, forced to disk, moved over it.
public final class AtomicFiles {

  private AtomicFiles() {}

  /// Writes the text as UTF-8.
  public static void write(Path target, String text) throws IOException {
    write(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes the bytes; on any failure the target is as before and no temporary file is left.
  public static void write(Path target, byte[] bytes) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path temporary = Files.createTempFile(directory, "." + target.getFileName(), ".part");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceDirectory(directory);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Writes what somebody asked for, as [#write].
  ///
  /// @throws WorkFailed when it cannot be written
  public static void export(Path target, byte[] bytes) {
    try {
      write(target, bytes);
    } catch (IOException e) {
      throw new WorkFailed(
          "EXPORT-WRITE",
          "'" + target + "' could not be written (" + e.getMessage() + ").",
          "Check that the folder can be written to and the disk has room.",
          e);
    }
  }

  /// Makes a rename in this directory durable; a no-op where the platform cannot open directories.
  public static void forceDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notSupportedHere) {
      // Windows cannot open a directory; the rename itself is still atomic there.
    }
  }
}
