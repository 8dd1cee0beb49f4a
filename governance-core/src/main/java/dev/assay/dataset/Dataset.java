package dev.assay.dataset;

import dev.assay.common.Digest;
import java.nio.file.Path;
import java.util.List;

/// An imported dataset. Columns are read from columnar files on first use and kept while
/// referenced.
public interface Dataset {

  /// The file the user gave.
  Path file();

  /// Digest of that file.
  Digest digest();

  /// What the columns mean.
  DatasetSpec spec();

  /// Number of rows.
  int rows();

  /// The column's values.
  ///
  /// @throws dev.assay.common.UsageError when there is no such column
  Column column(String name);

  /// Count, missing, distinct, quantiles, histogram and top values of every column.
  DatasetProfile profile();

  /// What the user should know about the import: sentences with row and column.
  List<Warning> warnings();

  /// The folder of columnar files, for workers that read it again.
  Path columnarFolder();

  /// How the file was read and what was found in it.
  ImportReport report();
}
