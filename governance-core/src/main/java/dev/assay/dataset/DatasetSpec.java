package dev.assay.dataset;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a dataset means: `*.dataset.json`, or Assay's guess.
///
/// @param name short name, for instance `adult_test`
/// @param title title for people
/// @param task what is predicted, absent when there is no label
/// @param label the label, absent when there is none
/// @param columns every column in file order
/// @param format how the file is written; absent = recognised from the file
public record DatasetSpec(
    String name,
    String title,
    @Nullable Task task,
    @Nullable LabelSpec label,
    List<ColumnSpec> columns,
    @Nullable DatasetFormat format) {

  /// A description that leaves the file's format to be recognised.
  public DatasetSpec(
      String name,
      String title,
      @Nullable Task task,
      @Nullable LabelSpec label,
      List<ColumnSpec> columns) {
    this(name, title, task, label, columns, null);
  }

  /// Columns of this role, in file order.
  public List<ColumnSpec> withRole(ColumnRole role) {
    return columns.stream().filter(c -> c.role() == role).toList();
  }

  /// The column of this name.
  public Optional<ColumnSpec> column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
  }
}
