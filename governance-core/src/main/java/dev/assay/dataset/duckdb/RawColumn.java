package dev.assay.dataset.duckdb;

import java.util.Set;

/// A column of the table `raw`.
///
/// @param name for people
/// @param cell its SQL identifier: `c0`, `c1` …
/// @param sqlType its type in DuckDB's words
record RawColumn(String name, String cell, String sqlType) {

  private static final Set<String> WHOLE =
      Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");

  boolean isText() {
    return sqlType.equals("VARCHAR");
  }

  boolean isWhole() {
    return WHOLE.contains(sqlType);
  }

  boolean isFloating() {
    return sqlType.equals("FLOAT") || sqlType.equals("DOUBLE") || sqlType.startsWith("DECIMAL");
  }

  /// Whether a cell can hold several values or bytes, which no column of a table does.
  boolean isUnsupported() {
    return sqlType.endsWith("]")
        || sqlType.startsWith("STRUCT")
        || sqlType.startsWith("MAP")
        || sqlType.startsWith("UNION")
        || sqlType.equals("BLOB")
        || sqlType.equals("BIT");
  }
}
