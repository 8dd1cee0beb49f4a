package dev.assay.check.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one column, row by row, as checks compute with them. Arrays may be shared with the
/// dataset and are never modified.
public sealed interface Values {

  /// Name of the column.
  String name();

  /// Number of rows.
  int size();

  /// Whether there is no value in row `row`.
  boolean isMissing(int row);

  /// The value as a word for people; null when missing.
  @Nullable String text(int row);

  /// Numbers, dates as days; NaN = missing.
  ///
  /// @param whole whether every value is a whole number by its type
  record Numbers(String name, double[] values, boolean whole) implements Values {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public @Nullable String text(int row) {
      return isMissing(row) ? null : Words.number(values[row]);
    }
  }

  /// Codes into a dictionary; -1 = missing.
  record Codes(String name, int[] codes, List<String> dictionary) implements Values {
    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
      return codes[row] < 0;
    }

    @Override
    public @Nullable String text(int row) {
      return isMissing(row) ? null : dictionary.get(codes[row]);
    }

    /// How often each entry of the dictionary occurs.
    public int[] counts() {
      int[] counts = new int[dictionary.size()];
      for (int code : codes) {
        if (code >= 0) {
          counts[code]++;
        }
      }
      return counts;
    }
  }
}
