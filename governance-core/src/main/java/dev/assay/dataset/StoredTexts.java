package dev.assay.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Texts read from the column's file through a window that moves along; walking rows in order reads
/// the file once.
final class StoredTexts implements TextSource {

  private static final int WINDOW_BYTES = 1 << 20;

  private final Path file;
  private final long[] ends;
  private byte[] window = new byte[0];
  private long windowStart;

  /// @param ends where each row's text ends, all bits flipped when missing; checked by the caller
  StoredTexts(Path file, long[] ends) {
    this.file = file;
    this.ends = ends;
  }

  @Override
  public int rows() {
    return ends.length;
  }

  @Override
  public boolean isMissing(int row) {
    return ends[row] < 0;
  }

  @Override
  public @Nullable String text(int row) {
    if (ends[row] < 0) {
      return null;
    }
    long from = row == 0 ? 0 : place(row - 1);
    return read(from, (int) (ends[row] - from));
  }

  private long place(int row) {
    return ends[row] < 0 ? ~ends[row] : ends[row];
  }

  private synchronized String read(long from, int bytes) {
    if (from < windowStart || from + bytes > windowStart + window.length) {
      long total = ends.length == 0 ? 0 : place(ends.length - 1);
      moveTo(from, (int) Math.min(total - from, Math.max(bytes, WINDOW_BYTES)));
    }
    return new String(window, (int) (from - windowStart), bytes, StandardCharsets.UTF_8);
  }

  private void moveTo(long start, int bytes) {
    byte[] next = new byte[bytes];
    ByteBuffer buffer = ByteBuffer.wrap(next);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
        // reads until the window is full or the file ends
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    window = next;
    windowStart = start;
  }
}
