package dev.assay.dataset.table;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.DatasetFormat;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Looks at text tables and makes them readable for an engine: a file that is well-formed is used
/// as it is, any other gets a clean copy.
public final class TextTables {

  /// Columns that a table may have.
  public static final int MOST_COLUMNS = 5_000;

  private final Path folder;
  private final Progress progress;
  private final Cancellation cancellation;

  /// @param folder an existing folder for copies
  public TextTables(Path folder, Progress progress, Cancellation cancellation) {
    this.folder = folder;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /// Looks at a file of separated values.
  ///
  /// @param format what the description says
  /// @param names names of the described columns; used when the format says that there is no header
  /// @throws InputRejected when it is no table; the sentence names line and cell
  public TextTable csv(Path file, DatasetFormat format, List<String> names) {
    try {
      return new CsvLook(folder, progress, cancellation, file, format, names).look();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Looks at a file of JSON objects, one a line.
  ///
  /// @throws InputRejected when it is not that; the sentence names the line
  public TextTable jsonLines(Path file, DatasetFormat format) {
    Path copy = folder.resolve("objects.csv");
    try {
      JsonLines lines = JsonLines.read(file, progress, cancellation);
      lines.writeTo(copy);
      Survey survey = new Survey(Dialect.OWN, nullToken(format), null, lines.textColumns());
      RecordScanner scanner = new RecordScanner(Dialect.OWN, bytes -> cancellation.check());
      try (InputStream in = Files.newInputStream(copy)) {
        scanner.scan(in, survey);
      }
      return new TextTable(
          copy,
          true,
          Dialect.OWN,
          lines.names(),
          survey.columns(),
          survey.rows(),
          scanner.longestRecord(),
          "JSON Lines, " + lines.names().size() + " keys",
          lines.warnings());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static InputRejected tooManyColumns(int count) {
    return new InputRejected(
        "TABLE-TOO-WIDE",
        String.format(
            Locale.ROOT,
            "The table has more than %,d columns (%,d and counting).",
            MOST_COLUMNS,
            count),
        "Keep the columns that the model reads, the label and the groups to compare.");
  }

  private static InputRejected unreadable(Path file, IOException e) {
    return new InputRejected(
        "TABLE-UNREADABLE",
        "'"
            + Visible.of(String.valueOf(file.getFileName()), 120)
            + "' could not be read to its end: "
            + Visible.of(String.valueOf(e.getMessage()), 120)
            + ".",
        "Check the file, its disk and the free space, then try again.",
        e);
  }

  static String nullToken(DatasetFormat format) {
    String token = format.nullToken();
    return token == null ? "" : token;
  }
}
