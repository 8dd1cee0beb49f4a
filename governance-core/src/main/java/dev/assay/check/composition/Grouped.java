package dev.assay.check.composition;

import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.slice.Attribute;
import dev.assay.slice.Attributes;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Every row of a dataset put into a group: the values of one column, or the crossings of two that
/// occur.
///
/// @param name of the column, or both: "sex × race"
/// @param codes group of each row
/// @param groups names of the groups in their order
/// @param slices the same as conditions on the columns
/// @param grouping how groups were made, in words
record Grouped(
    String name, int[] codes, List<String> groups, List<SliceKey> slices, String grouping) {

  /// How a row without a value is called.
  static final String MISSING = "missing";

  /// @param columns one or two
  /// @throws dev.assay.common.UsageError when a column is unknown or has too many different values
  static Grouped of(Dataset dataset, List<String> columns, Cancellation cancellation) {
    int[] rows = IntStream.range(0, dataset.rows()).toArray();
    Grouped all = one(dataset, columns.getFirst(), rows);
    for (String next : columns.subList(1, columns.size())) {
      cancellation.check();
      all = all.crossed(one(dataset, next, rows));
    }
    cancellation.check();
    return all;
  }

  private static Grouped one(Dataset dataset, String column, int[] rows) {
    String wished = dataset.spec().column(column).map(ColumnSpec::referenceGroup).orElse(null);
    Attribute attribute = Attributes.of(column, dataset.column(column), rows, wished);
    List<String> names = new ArrayList<>();
    List<SliceKey> slices = new ArrayList<>();
    for (@Nullable String value : attribute.values()) {
      names.add(value == null ? MISSING : value);
      slices.add(SliceKey.of(column, value));
    }
    return new Grouped(column, attribute.codes(), names, slices, attribute.grouping());
  }

  private Grouped crossed(Grouped other) {
    int width = other.groups.size();
    BitSet occurs = new BitSet();
    for (int row = 0; row < codes.length; row++) {
      occurs.set(pair(other, row));
    }
    List<String> names = new ArrayList<>();
    List<SliceKey> both = new ArrayList<>();
    int[] places = new int[occurs.length()];
    for (int pair = occurs.nextSetBit(0); pair >= 0; pair = occurs.nextSetBit(pair + 1)) {
      places[pair] = names.size();
      names.add(groups.get(pair / width) + ", " + other.groups.get(pair % width));
      both.add(slices.get(pair / width).and(other.slices.get(pair % width)));
    }
    int[] crossed = new int[codes.length];
    for (int row = 0; row < crossed.length; row++) {
      crossed[row] = places[pair(other, row)];
    }
    String how = grouping.equals(other.grouping) ? grouping : grouping + "; " + other.grouping;
    return new Grouped(name + " × " + other.name, crossed, names, both, how);
  }

  /// Groups of both sides are at most [Attributes#MAX_GROUPS] each, so their product is an int.
  private int pair(Grouped other, int row) {
    return codes[row] * other.groups.size() + other.codes[row];
  }

  /// Rows of each group.
  long[] counts() {
    long[] counts = new long[groups.size()];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }
}
