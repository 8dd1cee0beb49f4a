package dev.assay.dataset;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes columns into a folder, value by value and in any order of columns, within bounded memory.
/// The folder can be read by [ColumnarFolder] once [#finish()] has written the manifest; without it
/// the folder is no dataset. The layout is described at [ColumnarManifest].
public final class ColumnarWriter {

  /// Distinct values a text column may have to be kept as codes into a dictionary.
  public static final int DICTIONARY_ENTRIES = 1 << 16;

  /// Characters that a column's dictionary may hold.
  static final long DICTIONARY_CHARACTERS = 8L << 20;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int SMALL_BUFFER_BYTES = 1 << 12;
  private static final int MANY_COLUMNS = 128;

  private final Path folder;
  private final List<ColumnSink> sinks = new ArrayList<>();
  private final int bufferBytes;

  private ColumnarWriter(Path folder, int bufferBytes) {
    this.folder = folder;
    this.bufferBytes = bufferBytes;
  }

  /// Writes into an existing, empty folder.
  ///
  /// @param columns how many columns are to come; many columns get small buffers
  public static ColumnarWriter into(Path folder, int columns) {
    return new ColumnarWriter(folder, columns > MANY_COLUMNS ? SMALL_BUFFER_BYTES : BUFFER_BYTES);
  }

  /// A further column of floating-point values.
  public NumberSink numbers(String name) {
    NumberSink sink = new NumberSink(name, nextFiles().main());
    sinks.add(sink);
    return sink;
  }

  /// A further column of whole numbers, days or microseconds.
  ///
  /// @param type `INTEGER`, `DATE` or `DATETIME`
  public IntegerSink integers(String name, ColumnType type) {
    IntegerSink sink = new IntegerSink(name, type, nextFiles().main());
    sinks.add(sink);
    return sink;
  }

  /// A further column of texts.
  ///
  /// @param type `CATEGORY`, `STRING` or `PATH`
  public TextSink texts(String name, ColumnType type) {
    TextSink sink = new TextSink(name, type, nextFiles());
    sinks.add(sink);
    return sink;
  }

  /// Completes every column and writes the manifest, last and at once.
  ///
  /// @throws IllegalStateException when columns have different numbers of rows
  public void finish() {
    int rows = sinks.isEmpty() ? 0 : sinks.getFirst().rows();
    for (ColumnSink sink : sinks) {
      if (sink.rows() != rows) {
        throw new IllegalStateException("columns of " + rows + " and " + sink.rows() + " rows");
      }
    }
    List<ColumnarManifest.Entry> entries = sinks.stream().map(ColumnSink::complete).toList();
    try {
      AtomicFiles.write(
          folder.resolve(ColumnarManifest.FILE),
          Json.write(new ColumnarManifest(ColumnarManifest.FORMAT, rows, entries)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Files nextFiles() {
    String name = ColumnarManifest.fileName(sinks.size());
    return new Files(
        new AppendingFile(folder.resolve(name), bufferBytes), folder, name, bufferBytes);
  }

  /// The files of one column: the one that stays and, for plain texts, two while writing.
  record Files(AppendingFile main, Path folder, String name, int bufferBytes) {

    AppendingFile texts() {
      return new AppendingFile(folder.resolve(name + ".texts"), bufferBytes);
    }

    AppendingFile ends() {
      return new AppendingFile(folder.resolve(name + ".ends"), bufferBytes);
    }
  }
}
