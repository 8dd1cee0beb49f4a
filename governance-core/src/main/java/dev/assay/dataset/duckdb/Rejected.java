package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Warning;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of a CSV file that are no rows: cells too few or too many, quotes that never close. They
/// are left out, counted and named; a file that has more of them than rows is refused.
final class Rejected {

  private static final int NAMED = 20;

  private Rejected() {}

  static List<Warning> warnings(DuckDb db, long rows, String name) throws SQLException {
    List<@Nullable Object[]> found =
        db.rows(
            "SELECT error_type::VARCHAR, count(DISTINCT line), list_sort(list(DISTINCT line)) FROM reject_errors GROUP BY 1 ORDER BY min(line), 1");
    List<Warning> warnings = new ArrayList<>();
    long all = 0;
    for (@Nullable Object[] row : found) {
      String kind = String.valueOf(row[0]);
      long count = row[1] instanceof Number n ? n.longValue() : 0;
      String lines = lines(row[2]);
      if (kind.equals("UNQUOTED VALUE")) {
        throw new InputRejected(
            "TABLE-QUOTE",
            "'"
                + name
                + "' has a quote in line "
                + lines
                + " that is never closed, or text after a closing quote.",
            "Close the quote, or double the quotes inside cells.");
      }
      if (kind.equals("LINE SIZE OVER MAXIMUM")) {
        throw new InputRejected(
            "TABLE-LINE",
            "'" + name + "' has a line of more than 16 MiB (line " + lines + ").",
            "Check the quotes and line ends of the file.");
      }
      all += count;
      warnings.add(
          new Warning(
              "TABLE-RAGGED",
              String.format(
                  Locale.ROOT,
                  "'%s' has %,d %s with %s than the header; left out (lines %s).",
                  name,
                  count,
                  count == 1 ? "line" : "lines",
                  words(kind),
                  lines),
              "Mend these lines; the rows after them keep their place."));
    }
    if (all > rows) {
      throw new InputRejected(
          "TABLE-RAGGED",
          String.format(
              Locale.ROOT,
              "'%s' has %,d lines that do not fit its header, and only %,d that do (lines %s).",
              name,
              all,
              rows,
              lines(found.getFirst()[2])),
          "Check delimiter, quotes and header of the file.");
    }
    return warnings;
  }

  private static String words(String kind) {
    return switch (kind) {
      case "MISSING COLUMNS" -> "fewer cells";
      case "TOO MANY COLUMNS" -> "more cells";
      default -> "other content (" + kind.toLowerCase(Locale.ROOT) + ")";
    };
  }

  private static String lines(@Nullable Object list) {
    if (!(list instanceof java.sql.Array array)) {
      return "?";
    }
    try {
      Object[] numbers = (Object[]) array.getArray();
      String first =
          java.util.Arrays.stream(numbers)
              .limit(NAMED)
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      return numbers.length > NAMED ? first + " …" : first;
    } catch (SQLException e) {
      return "?";
    }
  }
}
