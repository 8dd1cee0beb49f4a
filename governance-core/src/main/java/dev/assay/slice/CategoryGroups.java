package dev.assay.slice;

import dev.assay.dataset.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Groups by the value of a text.
final class CategoryGroups {

  private static final String WORDS = "by value";

  private CategoryGroups() {}

  /// Groups that occur among the elements, sorted by value, missing last.
  static Grouping of(Column.Categories column, int[] rowIndex) {
    List<String> dictionary = column.dictionary();
    boolean[] seen = new boolean[dictionary.size() + 1];
    for (int row : rowIndex) {
      seen[column.codes()[row] + 1] = true;
    }
    Integer[] order =
        java.util.stream.IntStream.range(0, dictionary.size())
            .filter(code -> seen[code + 1])
            .boxed()
            .toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> dictionary.get(a).compareTo(dictionary.get(b)));
    int[] groupOf = new int[dictionary.size() + 1];
    List<@Nullable String> values = new ArrayList<>();
    for (int code : order) {
      groupOf[code + 1] = values.size();
      values.add(dictionary.get(code));
    }
    if (seen[0]) {
      groupOf[0] = values.size();
      values.add(null);
    }
    int[] codes = new int[rowIndex.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = groupOf[column.codes()[rowIndex[i]] + 1];
    }
    return new Grouping(codes, Collections.unmodifiableList(values), WORDS);
  }

  /// The same for texts without a dictionary; stops once there are too many groups.
  static Grouping of(Column.Texts column, int[] rowIndex) {
    TreeSet<String> distinct = new TreeSet<>();
    boolean missing = false;
    for (int row : rowIndex) {
      String value = column.text(row);
      missing |= value == null;
      if (value != null && distinct.add(value) && distinct.size() > Attributes.MAX_GROUPS) {
        break;
      }
    }
    List<@Nullable String> values = new ArrayList<>(distinct);
    if (missing) {
      values.add(null);
    }
    if (distinct.size() > Attributes.MAX_GROUPS) {
      return new Grouping(new int[rowIndex.length], Collections.unmodifiableList(values), WORDS);
    }
    Map<@Nullable String, Integer> groupOf = new HashMap<>();
    for (String value : values) {
      groupOf.put(value, groupOf.size());
    }
    int[] codes = new int[rowIndex.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = groupOf.get(column.text(rowIndex[i]));
    }
    return new Grouping(codes, Collections.unmodifiableList(values), WORDS);
  }
}
