package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnType;

/// A column of the table `raw` and how it is read.
///
/// @param name for people
/// @param cell the SQL identifier of its cells
/// @param type what its values are
/// @param value SQL expression of the typed value, NULL when missing: BIGINT for integers, days and
///   microseconds, DOUBLE for numbers, VARCHAR for texts
/// @param text SQL expression of the value as it stands in the file
record Field(String name, String cell, ColumnType type, String value, String text) {

  private static final String FINITE = "CASE WHEN isfinite(%1$s) THEN %1$s END";

  /// Reads the cell as this type.
  ///
  /// @param raw a column of `raw`
  /// @param decimalComma whether numbers are written with a comma
  static Field of(RawColumn raw, ColumnType type, boolean decimalComma) {
    String cell = raw.cell();
    String text = "CAST(" + cell + " AS VARCHAR)";
    String value =
        switch (type) {
          case INTEGER -> integer(raw);
          case NUMBER -> number(raw, decimalComma);
          case DATE -> "date_diff('day', DATE '1970-01-01', TRY_CAST(" + cell + " AS DATE))";
          case DATETIME -> "epoch_us(TRY_CAST(" + cell + " AS TIMESTAMP))";
          case CATEGORY, STRING, PATH -> text;
        };
    return new Field(raw.name(), cell, type, value, text);
  }

  private static String integer(RawColumn raw) {
    String whole = "TRY_CAST(" + raw.cell() + " AS BIGINT)";
    return raw.isText() || raw.isFloating()
        ? "CASE WHEN " + whole + " = TRY_CAST(" + raw.cell() + " AS DOUBLE) THEN " + whole + " END"
        : whole;
  }

  private static String number(RawColumn raw, boolean decimalComma) {
    String written = decimalComma ? "replace(" + raw.cell() + ", ',', '.')" : raw.cell();
    return String.format(FINITE, "TRY_CAST(" + written + " AS DOUBLE)");
  }

  /// Whether values are numbers.
  boolean isNumeric() {
    return switch (type) {
      case INTEGER, NUMBER -> true;
      case CATEGORY, STRING, PATH, DATE, DATETIME -> false;
    };
  }

  /// The same cells as another kind of text.
  Field as(ColumnType other) {
    return new Field(name, cell, other, value, text);
  }
}
