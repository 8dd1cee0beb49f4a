package dev.assay.dataset;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a dataset means: `*.dataset.json`, or Assay's guess.
///
/// @param name short name, for instance `adult_test`
/// @param title title for people
/// @param task what is predicted, absent when there is no label
/// @param label the label, absent when there is none or a row may have several
/// @param columns every column in file order
/// @param format how the file is written; absent = recognised from the file
/// @param labels the labels of a multi-label task, absent for every other
/// @param tags the words and their tags of a token classification, absent for every other
public record DatasetSpec(
    String name,
    String title,
    @Nullable Task task,
    @Nullable LabelSpec label,
    List<ColumnSpec> columns,
    @Nullable DatasetFormat format,
    @Nullable LabelSet labels,
    @Nullable TagSpec tags) {

  /// A description of a dataset whose words have no tags.
  public DatasetSpec(
      String name,
      String title,
      @Nullable Task task,
      @Nullable LabelSpec label,
      List<ColumnSpec> columns,
      @Nullable DatasetFormat format,
      @Nullable LabelSet labels) {
    this(name, title, task, label, columns, format, labels, null);
  }

  /// A description of a dataset whose rows have one label or none.
  public DatasetSpec(
      String name,
      String title,
      @Nullable Task task,
      @Nullable LabelSpec label,
      List<ColumnSpec> columns,
      @Nullable DatasetFormat format) {
    this(name, title, task, label, columns, format, null, null);
  }

  /// A description that leaves the file's format to be recognised.
  public DatasetSpec(
      String name,
      String title,
      @Nullable Task task,
      @Nullable LabelSpec label,
      List<ColumnSpec> columns) {
    this(name, title, task, label, columns, null, null, null);
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
