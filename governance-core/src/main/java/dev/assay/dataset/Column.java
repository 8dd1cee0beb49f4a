package dev.assay.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one column, as primitive arrays; never modified after reading.
public sealed interface Column {

  /// Number of rows.
  int rows();

  /// Whether row `row` (0-based) has no value.
  boolean isMissing(int row);

  /// The value as text, as it stood in the file as far as the type allows; null when missing.
  @Nullable String text(int row);

  /// Floating-point values; NaN = missing. (A NaN written in the file is kept as text in a category
  /// column.)
  record Numbers(double[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public @Nullable String text(int row) {
      return isMissing(row) ? null : Double.toString(values[row]);
    }
  }

  /// Whole numbers; [#MISSING] = missing. Dates are days, times are microseconds since
  /// 1970-01-01T00:00Z.
  record Integers(long[] values, ColumnType type) implements Column {
    /// The value that stands for missing.
    public static final long MISSING = Long.MIN_VALUE;

    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return values[row] == MISSING;
    }

    @Override
    public @Nullable String text(int row) {
      return isMissing(row) ? null : IntegerText.of(values[row], type);
    }
  }

  /// Codes into a dictionary of distinct values in order of first appearance; -1 = missing. Used
  /// for textual columns of up to [ColumnarWriter#DICTIONARY_ENTRIES] distinct values.
  record Categories(int[] codes, List<String> dictionary) implements Column {
    @Override
    public int rows() {
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
  }

  /// Texts with too many different values for a dictionary; read from the file when asked for, so
  /// that a column larger than memory can still be walked row by row.
  record Texts(TextSource source) implements Column {
    @Override
    public int rows() {
      return source.rows();
    }

    @Override
    public boolean isMissing(int row) {
      return source.isMissing(row);
    }

    @Override
    public @Nullable String text(int row) {
      return source.text(row);
    }
  }
}
