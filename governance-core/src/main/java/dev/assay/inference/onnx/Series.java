package dev.assay.inference.onnx;

import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which row comes before each in its series, and how many do.
final class Series {

  private final int[] before;
  private final int[] place;

  private Series(int[] before, int[] place) {
    this.before = before;
    this.place = place;
  }

  /// @param group column whose values name the series; absent = one
  /// @param order column to sort by, rows with equal values as in the file; absent = as in the file
  static Series of(ColumnarFolder dataset, @Nullable String group, @Nullable String order) {
    Integer[] rows = new Integer[dataset.rows()];
    Arrays.setAll(rows, i -> i);
    if (order != null) {
      Arrays.sort(rows, comparator(dataset.column(order)));
    }
    @Nullable Column groups = group == null ? null : dataset.column(group);
    Map<String, Integer> last = new HashMap<>();
    int[] before = new int[rows.length];
    int[] place = new int[rows.length];
    for (int row : rows) {
      String name = groups == null ? "" : String.valueOf(groups.text(row));
      Integer previous = last.put(name, row);
      before[row] = previous == null ? -1 : previous;
      place[row] = previous == null ? 0 : place[previous] + 1;
    }
    return new Series(before, place);
  }

  private static Comparator<Integer> comparator(Column column) {
    return switch (column) {
      case Column.Integers integers -> Comparator.comparingLong(i -> integers.values()[i]);
      case Column.Numbers numbers -> Comparator.comparingDouble(i -> numbers.values()[i]);
      case Column.Categories c -> Comparator.comparing(i -> String.valueOf(c.text(i)));
      case Column.Texts t -> Comparator.comparing(i -> String.valueOf(t.text(i)));
    };
  }

  /// The row before, −1 for the first of a series.
  int before(int row) {
    return before[row];
  }

  /// Rows before it in its series.
  int place(int row) {
    return place[row];
  }
}
