package dev.assay.slice;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.work.Blocks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Divides rows into groups by the values of a column. A row without a value belongs to a group of
/// its own. Numbers with more than [#MAX_PLAIN_NUMBERS] different values are cut into four ranges
/// near their quartiles.
public final class Attributes {

  /// Numbers with up to so many different values are grouped by value.
  public static final int MAX_PLAIN_NUMBERS = 12;

  /// More groups than this are refused: such a column names rows, not groups.
  public static final int MAX_GROUPS = 10_000;

  private Attributes() {}

  /// One attribute a column, in the order asked for.
  ///
  /// @param rowIndex dataset row (0-based) of each element that is to be grouped
  /// @throws UsageError when a column is unknown or has more than [#MAX_GROUPS] groups
  public static List<Attribute> of(Dataset dataset, int[] rowIndex, List<String> columns) {
    return of(dataset, rowIndex, columns, 1);
  }

  /// The same on several threads.
  ///
  /// @param threads most threads at once; the result does not depend on it
  /// @throws UsageError when a column is unknown or has more than [#MAX_GROUPS] groups
  public static List<Attribute> of(
      Dataset dataset, int[] rowIndex, List<String> columns, int threads) {
    List<Column> values = columns.stream().map(dataset::column).toList();
    Attribute[] attributes = new Attribute[columns.size()];
    Blocks.run(
        attributes.length,
        threads,
        i -> {
          String name = columns.get(i);
          @Nullable String wished =
              dataset.spec().column(name).map(ColumnSpec::referenceGroup).orElse(null);
          attributes[i] = of(name, values.get(i), rowIndex, wished);
        });
    return List.of(attributes);
  }

  /// The attribute of one column.
  ///
  /// @param wished the reference group asked for; where it does not occur the largest group is
  ///   taken
  public static Attribute of(String name, Column column, int[] rowIndex, @Nullable String wished) {
    Grouping grouping =
        switch (column) {
          case Column.Categories categories -> CategoryGroups.of(categories, rowIndex);
          case Column.Texts texts -> CategoryGroups.of(texts, rowIndex);
          case Column.Numbers numbers -> NumberGroups.of(NumericValues.of(numbers), rowIndex);
          case Column.Integers integers -> NumberGroups.of(NumericValues.of(integers), rowIndex);
        };
    if (grouping.values().size() > MAX_GROUPS) {
      throw new UsageError(
          "SLICE-TOO-MANY-GROUPS",
          "Column '"
              + Visible.of(name, 80)
              + "' has more than "
              + MAX_GROUPS
              + " different values, too many to compare.",
          "Choose a column with fewer values, or group its values first.");
    }
    int chosen = wished == null ? -1 : grouping.values().indexOf(wished);
    return new Attribute(
        name,
        grouping.codes(),
        grouping.values(),
        chosen >= 0 ? chosen : Slicing.largest(grouping.codes(), grouping.values().size()),
        chosen >= 0 ? Attribute.ReferenceOrigin.CHOSEN : Attribute.ReferenceOrigin.LARGEST,
        grouping.words());
  }
}
