package dev.assay.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The labels of a dataset whose rows may have several of them at once, or none.
///
/// @param names the labels; empty = those that the model names
/// @param columns one column of yes and no for each label, in their order; or the one column that
///   lists the labels of a row
/// @param separator what stands between labels in that one column; absent for a column each
public record LabelSet(List<String> names, List<String> columns, @Nullable String separator) {

  /// A column of yes and no for each label.
  public static LabelSet ofColumns(List<String> names, List<String> columns) {
    return new LabelSet(names, columns, null);
  }

  /// One column that lists the labels of each row.
  ///
  /// @param names the labels; empty = those that the model names
  public static LabelSet separated(List<String> names, String column, String separator) {
    return new LabelSet(names, List.of(column), separator);
  }
}
