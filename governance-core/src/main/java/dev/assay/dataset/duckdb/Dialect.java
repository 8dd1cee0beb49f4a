package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a CSV file separates its cells, and what its first record says.
///
/// @param delimiter between cells
/// @param header names of the columns as written
/// @param headerLines lines before the first row, the header and blank lines before it included
record Dialect(char delimiter, List<String> header, int headerLines) {

  private static final int HEAD = 1 << 20;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int RECORDS = 200;

  /// @param file UTF-8
  /// @param described delimiter that the description names
  static Dialect of(Path file, @Nullable String described, String name) {
    String head;
    boolean whole;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(HEAD);
      whole = bytes.length < HEAD;
      head = new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    head = head.startsWith("\uFEFF") ? head.substring(1) : head;
    char delimiter =
        described != null && described.length() == 1 ? described.charAt(0) : best(head, whole);
    List<List<String>> records = Records.of(head, delimiter, whole);
    if (records.isEmpty()) {
      throw new InputRejected(
          "TABLE-EMPTY",
          "'" + Visible.of(name) + "' holds no table: there is no header in it.",
          "Give a table whose first line names its columns.");
    }
    return new Dialect(delimiter, records.getFirst(), headerLines(head, records.getFirst()));
  }

  /// The delimiter that cuts the records into most cells, alike in most of them.
  private static char best(String head, boolean whole) {
    char best = ',';
    double bestScore = 0;
    for (char delimiter : DELIMITERS) {
      List<List<String>> records = Records.of(head, delimiter, whole);
      if (records.isEmpty()) {
        continue;
      }
      int cells = records.getFirst().size();
      List<List<String>> looked = records.subList(0, Math.min(RECORDS, records.size()));
      double alike =
          (double) looked.stream().filter(r -> r.size() == cells).count() / looked.size();
      double score = cells < 2 ? 0 : alike * alike * (1 + Math.log(cells));
      if (score > bestScore) {
        bestScore = score;
        best = delimiter;
      }
    }
    return best;
  }

  /// Lines up to the end of the header: leading blank ones, and those that its quoted names run
  /// over.
  private static int headerLines(String head, List<String> header) {
    int lines = 1;
    for (int i = 0; i < head.length() && (head.charAt(i) == '\n' || head.charAt(i) == '\r'); i++) {
      lines += head.charAt(i) == '\n' ? 1 : 0;
    }
    for (String name : header) {
      lines += (int) name.chars().filter(c -> c == '\n').count();
    }
    return lines;
  }

  /// The delimiter in words.
  String words() {
    return switch (delimiter) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "bar";
      default -> "'" + delimiter + "'";
    };
  }
}
