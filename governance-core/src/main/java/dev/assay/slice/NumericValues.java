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
record NumericValues(
    IntPredicate missing, IntToDoubleFunction value, boolean whole, DoubleFunction<String> text) {

  static NumericValues of(Column.Numbers column) {
    return new NumericValues(
        column::isMissing, row -> column.values()[row], false, NumericValues::shortest);
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
                    new Column.Integers(new long[] {(long) value}, column.type()).text(0)));
  }

  private static String shortest(double value) {
    boolean plain = value == Math.rint(value) && Math.abs(value) < 1e15;
    return plain ? Long.toString((long) value) : Double.toString(value);
  }
}
