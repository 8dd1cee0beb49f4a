package dev.assay.predictions;

import dev.assay.dataset.Column;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// The classes that a column names, row by row. Each distinct value is matched once.
final class ClassColumn {

  /// The row has no value.
  static final int MISSING = -1;

  private ClassColumn() {}

  /// Row → class index, [#MISSING], or [ClassMatcher#UNKNOWN].
  static IntUnaryOperator of(Column column, ClassMatcher matcher) {
    return switch (column) {
      case Column.Categories categories -> categories(categories, matcher);
      case Column.Integers integers -> {
        Map<Long, Integer> known = new HashMap<>();
        yield row ->
            integers.isMissing(row)
                ? MISSING
                : known.computeIfAbsent(integers.values()[row], v -> match(integers, row, matcher));
      }
      case Column.Numbers numbers -> {
        Map<Double, Integer> known = new HashMap<>();
        yield row ->
            numbers.isMissing(row)
                ? MISSING
                : known.computeIfAbsent(numbers.values()[row], v -> match(numbers, row, matcher));
      }
      case Column.Texts texts -> row -> texts.isMissing(row) ? MISSING : match(texts, row, matcher);
    };
  }

  private static IntUnaryOperator categories(Column.Categories column, ClassMatcher matcher) {
    int[] classOf = column.dictionary().stream().mapToInt(matcher::index).toArray();
    return row -> column.codes()[row] < 0 ? MISSING : classOf[column.codes()[row]];
  }

  private static int match(Column column, int row, ClassMatcher matcher) {
    return matcher.index(String.valueOf(column.text(row)));
  }
}
