package dev.assay.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A buffered little-endian file that is open only while its buffer is flushed, so that thousands
/// of columns can be written side by side without running out of file handles.
final class AppendingFile {

  private final Path path;
  private final ByteBuffer buffer;
  private long flushed;

  AppendingFile(Path path, int bufferBytes) {
    this.path = path;
    this.buffer = ByteBuffer.allocateDirect(bufferBytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Bytes written so far.
  long length() {
    return flushed + buffer.position();
  }

  Path path() {
    return path;
  }

  void putDouble(double value) {
    room(Double.BYTES).putDouble(value);
  }

  void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void putBytes(byte[] bytes, int offset, int count) {
    int from = offset;
    int left = count;
    while (left > 0) {
      int step = Math.min(left, room(1).remaining());
      buffer.put(bytes, from, step);
      from += step;
      left -= step;
    }
  }

  /// Pads with zero bytes to the next multiple of 8.
  void align() {
    for (long left = ColumnarManifest.aligned(length()) - length(); left > 0; left--) {
      room(1).put((byte) 0);
    }
  }

  /// Writes out what is buffered; the file exists afterwards, even when empty.
  void flush() {
    buffer.flip();
    try (FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      flushed += buffer.remaining();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.clear();
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }
}
