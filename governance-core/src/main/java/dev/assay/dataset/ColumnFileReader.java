package dev.assay.dataset;

import dev.assay.common.WorkFailed;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/// Reads one column's file in bulk. The writer was another process, so nothing in it is believed:
/// sizes, codes and offsets are checked before use. Files are read, not mapped: a file that shrinks
/// meanwhile is an error, not a fault.
final class ColumnFileReader {

  private static final int BLOCK_BYTES = 1 << 20;

  private final Path file;
  private final int rows;
  private final ColumnarManifest.Entry entry;

  ColumnFileReader(Path file, int rows, ColumnarManifest.Entry entry) {
    this.file = file;
    this.rows = rows;
    this.entry = entry;
  }

  Column read(long expectedBytes) {
    return opened(
        expectedBytes,
        (channel, block) ->
            switch (entry.form()) {
              case NUMBERS -> new Column.Numbers(doubles(channel, block));
              case INTEGERS -> new Column.Integers(longs(channel, block, rows), entry.type());
              case CATEGORIES -> categories(channel, block);
              case TEXTS -> texts(channel, block);
            });
  }

  /// Walks eight-byte values in blocks.
  void walk(long expectedBytes, LongConsumer bits) {
    boolean fits =
        switch (entry.form()) {
          case NUMBERS, INTEGERS -> true;
          case CATEGORIES, TEXTS -> false;
        };
    if (!fits) {
      throw damaged("it holds texts where numbers are expected");
    }
    opened(
        expectedBytes,
        (channel, block) -> {
          for (int done = 0; done < rows; ) {
            int step = Math.min(rows - done, block.capacity() / Long.BYTES);
            LongBuffer values = fill(channel, block, step * Long.BYTES).asLongBuffer();
            for (int i = 0; i < step; i++) {
              bits.accept(values.get(i));
            }
            done += step;
          }
          return rows;
        });
  }

  /// What is done with an open file.
  private interface Use<T> {
    T on(FileChannel channel, ByteBuffer block) throws IOException;
  }

  private <T> T opened(long expectedBytes, Use<T> use) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) != expectedBytes) {
        throw damaged("its file does not have the expected " + expectedBytes + " bytes");
      }
      int blockBytes = (int) Math.clamp(expectedBytes, Long.BYTES, BLOCK_BYTES);
      // Given back at once: left to the collector, the blocks of thousands of columns fill
      // gigabytes.
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
          Arena arena = Arena.ofConfined()) {
        MemorySegment block = arena.allocate(blockBytes, Long.BYTES);
        return use.on(channel, block.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN));
      }
    } catch (IOException e) {
      throw new WorkFailed(
          "DATASET-UNREADABLE",
          "Column file " + file.getFileName() + " could not be read: " + e.getMessage() + ".",
          "Import the dataset again.",
          e);
    }
  }

  private double[] doubles(FileChannel channel, ByteBuffer block) throws IOException {
    double[] values = new double[rows];
    for (int done = 0; done < rows; ) {
      int step = Math.min(rows - done, block.capacity() / Double.BYTES);
      fill(channel, block, step * Double.BYTES).asDoubleBuffer().get(values, done, step);
      done += step;
    }
    return values;
  }

  private static long[] longs(FileChannel channel, ByteBuffer block, int count) throws IOException {
    long[] values = new long[count];
    for (int done = 0; done < count; ) {
      int step = Math.min(count - done, block.capacity() / Long.BYTES);
      fill(channel, block, step * Long.BYTES).asLongBuffer().get(values, done, step);
      done += step;
    }
    return values;
  }

  private Column.Categories categories(FileChannel channel, ByteBuffer block) throws IOException {
    int[] codes = new int[rows];
    for (int done = 0; done < rows; ) {
      int step = Math.min(rows - done, block.capacity() / Integer.BYTES);
      fill(channel, block, step * Integer.BYTES).asIntBuffer().get(codes, done, step);
      done += step;
    }
    for (int code : codes) {
      if (code < -1 || code >= entry.entries()) {
        throw damaged(
            "code " + code + " is outside its dictionary of " + entry.entries() + " entries");
      }
    }
    channel.position(ColumnarManifest.aligned(4L * rows));
    long[] offsets = longs(channel, block, entry.entries() + 1);
    if (offsets[0] != 0 || offsets[entry.entries()] != entry.textBytes()) {
      throw damaged("its dictionary does not fill its file");
    }
    for (int i = 0; i < entry.entries(); i++) {
      if (offsets[i] > offsets[i + 1]) {
        throw damaged("offsets of its dictionary decrease");
      }
    }
    byte[] bytes = new byte[Math.toIntExact(entry.textBytes())];
    fill(channel, ByteBuffer.wrap(bytes), bytes.length);
    return new Column.Categories(codes, Dictionary.of(bytes, offsets));
  }

  private Column.Texts texts(FileChannel channel, ByteBuffer block) throws IOException {
    channel.position(ColumnarManifest.aligned(entry.textBytes()));
    long[] ends = longs(channel, block, rows);
    long before = 0;
    for (long end : ends) {
      long at = end < 0 ? ~end : end;
      if (at < before || at > entry.textBytes() || at - before > Integer.MAX_VALUE - 8) {
        throw damaged("the places of its texts are out of order");
      }
      before = at;
    }
    return new Column.Texts(new StoredTexts(file, ends));
  }

  private static ByteBuffer fill(FileChannel channel, ByteBuffer block, int bytes)
      throws IOException {
    block.clear().limit(bytes);
    while (block.hasRemaining()) {
      if (channel.read(block) < 0) {
        throw new EOFException("the file ends too early");
      }
    }
    return block.flip();
  }

  private WorkFailed damaged(String why) {
    return new WorkFailed(
        "DATASET-DAMAGED",
        "Column file " + file.getFileName() + " is damaged: " + why + ".",
        "Import the dataset again.");
  }
}
