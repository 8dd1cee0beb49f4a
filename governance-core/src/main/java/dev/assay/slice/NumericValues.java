package dev.assay.slice;

import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import java.util.function.DoubleFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/// Numbers of a column with the way they are written for people.
///
/// @param missing whether a row has no value
/// @param value value of a row that has one
/// @param whole whether all values are whole
/// @param text how a value is written
/// @param kind what the values count
record NumericValues(
    IntPredicate missing,
    IntToDoubleFunction value,
    boolean whole,
    DoubleFunction<String> text,
    Kind kind) {

  private static final String MIDNIGHT = "T00:00:00Z";

  /// What values count: their edges are rounded as people round them.
  enum Kind {
    NUMBER,
    /// microseconds since 1970
    TIME
  }

  static NumericValues of(Column.Numbers column) {
    return new NumericValues(
        column::isMissing,
        row -> column.values()[row],
        false,
        NumericValues::shortest,
        Kind.NUMBER);
  }

  /// Whole numbers beyond 2⁵³ are grouped by their nearest double.
  static NumericValues of(Column.Integers column) {
    return new NumericValues(
        column::isMissing,
        row -> column.values()[row],
        true,
        value ->
            column.type() == ColumnType.INTEGER
                ? shortest(value)
                : String.valueOf(
                    new Column.Integers(new long[] {(long) value}, column.type()).text(0)),
        column.type() == ColumnType.DATETIME ? Kind.TIME : Kind.NUMBER);
  }

  /// How the end of a range is written: of a time at midnight the day.
  String edge(double value) {
    String written = text.apply(value);
    return kind == Kind.TIME && written.endsWith(MIDNIGHT)
        ? written.substring(0, written.length() - MIDNIGHT.length())
        : written;
  }

  private static String shortest(double value) {
    boolean plain = value == Math.rint(value) && Math.abs(value) < 1e15;
    return plain ? Long.toString((long) value) : Double.toString(value);
  }
}
