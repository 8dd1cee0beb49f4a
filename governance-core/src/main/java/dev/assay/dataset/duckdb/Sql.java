package dev.assay.dataset.duckdb;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The only place where text is put into SQL. Columns are always called c0, c1, …; names from files
/// never become part of a statement, except as one of these literals.
final class Sql {

  private Sql() {}

  /// A text literal.
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /// The name of the column at this place of the file.
  static String column(int place) {
    return "c" + place;
  }

  /// `c0, c1, …`.
  static String columns(int count) {
    return IntStream.range(0, count).mapToObj(Sql::column).collect(Collectors.joining(", "));
  }
}
