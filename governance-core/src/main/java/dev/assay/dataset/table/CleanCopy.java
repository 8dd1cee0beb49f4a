package dev.assay.dataset.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes records again in Assay's own form ([Dialect#OWN]): UTF-8, LF, quotes where they are
/// needed.
final class CleanCopy implements AutoCloseable {

  private final OutputStream out;

  CleanCopy(Path file, List<String> names) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    for (int i = 0; i < names.size(); i++) {
      byte[] name = names.get(i).getBytes(StandardCharsets.UTF_8);
      separate(i);
      write(name, 0, name.length, true);
    }
    out.write('\n');
  }

  /// One record; cells beyond `columns` are dropped, empty ones are kept as they are.
  void add(Cells cells, int columns, boolean emptyQuotedIsValue) {
    try {
      for (int i = 0; i < columns; i++) {
        separate(i);
        write(
            cells.bytes(),
            cells.from(i),
            cells.to(i),
            cells.isEmpty(i) && emptyQuotedIsValue && cells.isQuoted(i));
      }
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One more cell of a record; null = missing.
  void cell(int index, @Nullable String text) throws IOException {
    separate(index);
    if (text != null) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      write(bytes, 0, bytes.length, bytes.length == 0);
    }
  }

  void endRecord() throws IOException {
    out.write('\n');
  }

  private void separate(int index) throws IOException {
    if (index > 0) {
      out.write(Dialect.OWN.delimiter());
    }
  }

  private void write(byte[] bytes, int from, int to, boolean always) throws IOException {
    if (!always && !needsQuotes(bytes, from, to)) {
      out.write(bytes, from, to - from);
      return;
    }
    out.write('"');
    for (int i = from; i < to; i++) {
      if (bytes[i] == '"') {
        out.write('"');
      }
      out.write(bytes[i]);
    }
    out.write('"');
  }

  private static boolean needsQuotes(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
