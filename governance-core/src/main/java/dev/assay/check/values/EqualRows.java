package dev.assay.check.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Groups of elements with equal keys.
public final class EqualRows {

  private EqualRows() {}

  /// Groups of two or more, each ascending, in order of their first element.
  public static List<List<Integer>> groups(long[] keys) {
    long[] repeated = repeated(keys);
    Map<Long, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < keys.length && repeated.length > 0; i++) {
      if (Arrays.binarySearch(repeated, keys[i]) >= 0) {
        groups.computeIfAbsent(keys[i], k -> new ArrayList<>(2)).add(i);
      }
    }
    return List.copyOf(groups.values());
  }

  private static long[] repeated(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.parallelSort(sorted);
    long[] found = new long[sorted.length / 2];
    int used = 0;
    for (int i = 1; i < sorted.length; i++) {
      boolean first = i == 1 || sorted[i - 2] != sorted[i];
      if (sorted[i] == sorted[i - 1] && first) {
        found[used++] = sorted[i];
      }
    }
    return Arrays.copyOf(found, used);
  }
}
