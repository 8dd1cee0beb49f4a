package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;

/// A column read as numbers.
final class NumberColumn {

  private NumberColumn() {}

  /// The values; NaN = missing.
  ///
  /// @param use what it is used for, in words: "label of a regression"
  /// @throws InputRejected when the column holds text
  static double[] of(Column column, String name, String use) {
    return switch (column) {
      case Column.Numbers numbers -> numbers.values();
      case Column.Integers integers -> {
        double[] values = new double[integers.rows()];
        for (int row = 0; row < values.length; row++) {
          values[row] = integers.isMissing(row) ? Double.NaN : integers.values()[row];
        }
        yield values;
      }
      case Column.Categories ignored -> throw text(name, use);
      case Column.Texts ignored -> throw text(name, use);
    };
  }

  private static InputRejected text(String name, String use) {
    return new InputRejected(
        "PREDICTIONS-NOT-A-NUMBER",
        "Column '"
            + Visible.of(name, 80)
            + "' holds text, but it is the "
            + use
            + ", which needs numbers.",
        "Choose a numeric column, or give the column another role in the dataset's description.");
  }
}
