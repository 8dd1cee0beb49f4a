package dev.assay.dataset.duckdb;

import java.util.ArrayList;
import java.util.List;

/// Splits the beginning of a CSV text into records: quotes hold delimiters and line ends, doubled
/// quotes are quotes.
final class Records {

  private Records() {}

  /// The records, without the last one when the text may have been cut inside it; blank lines are
  /// no records.
  ///
  /// @param whole whether the text is all there is
  static List<List<String>> of(String text, char delimiter, boolean whole) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
        any = true;
      } else if (c == delimiter) {
        record.add(cell.toString());
        cell.setLength(0);
        any = true;
      } else if (c == '\n' || c == '\r') {
        if (any) {
          record.add(cell.toString());
          records.add(record);
        }
        record = new ArrayList<>();
        cell.setLength(0);
        any = false;
      } else {
        cell.append(c);
        any = true;
      }
    }
    if (any && whole) {
      record.add(cell.toString());
      records.add(record);
    }
    return records;
  }
}
