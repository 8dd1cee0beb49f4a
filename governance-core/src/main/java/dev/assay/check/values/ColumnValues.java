package dev.assay.check.values;

import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives columns of a dataset as [Values].
public final class ColumnValues {

  private ColumnValues() {}

  /// Every row of a column; empty for texts with too many different values to be coded.
  public static Optional<Values> of(Dataset dataset, String name) {
    return of(name, dataset.column(name), null);
  }

  /// Some rows of a column.
  ///
  /// @param rows dataset rows (0-based), ascending
  public static Optional<Values> of(Dataset dataset, String name, int[] rows) {
    return of(name, dataset.column(name), rows.length == dataset.rows() ? null : rows);
  }

  /// The columns of these names that can be coded, in order.
  public static List<Values> of(Dataset dataset, List<String> names, int[] rows) {
    return names.stream().flatMap(name -> of(dataset, name, rows).stream()).toList();
  }

  private static Optional<Values> of(String name, Column column, int @Nullable [] rows) {
    return switch (column) {
      case Column.Numbers numbers ->
          Optional.of(new Values.Numbers(name, picked(numbers.values(), rows), false));
      case Column.Integers integers ->
          Optional.of(
              new Values.Numbers(
                  name, asDoubles(integers.values(), rows), integers.type() == ColumnType.INTEGER));
      case Column.Categories categories ->
          Optional.of(
              new Values.Codes(name, picked(categories.codes(), rows), categories.dictionary()));
      case Column.Texts ignored -> Optional.empty();
    };
  }

  private static double[] picked(double[] values, int @Nullable [] rows) {
    if (rows == null) {
      return values;
    }
    double[] picked = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = values[rows[i]];
    }
    return picked;
  }

  private static int[] picked(int[] codes, int @Nullable [] rows) {
    if (rows == null) {
      return codes;
    }
    int[] picked = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = codes[rows[i]];
    }
    return picked;
  }

  private static double[] asDoubles(long[] values, int @Nullable [] rows) {
    double[] numbers = new double[rows == null ? values.length : rows.length];
    for (int i = 0; i < numbers.length; i++) {
      long value = values[rows == null ? i : rows[i]];
      numbers[i] = value == Column.Integers.MISSING ? Double.NaN : value;
    }
    return numbers;
  }
}
