package dev.assay.dataset.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Rows with something in common: how many, and the first of them.
final class Places {

  private static final int MOST_NAMED = 10;

  private final List<Long> first = new ArrayList<>();
  private long count;

  /// @param row data row, 1-based
  void add(long row) {
    count++;
    if (first.size() < MOST_NAMED) {
      first.add(row);
    }
  }

  long count() {
    return count;
  }

  /// "row 3", "rows 3, 6 and 9", "rows 1, 2, …, 10 and 1,234 more".
  String words() {
    if (count == 1) {
      return "row " + first.getFirst();
    }
    long more = count - first.size();
    String names = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return more > 0
        ? String.format(Locale.ROOT, "rows %s and %,d more", names, more)
        : "rows " + names;
  }
}
