package dev.assay.dataset;

/// Receives the values of one column, row after row.
public abstract sealed class ColumnSink permits NumberSink, IntegerSink, TextSink {

  /// Rows received.
  public abstract int rows();

  /// Completes the column's file and gives its line in the manifest.
  abstract ColumnarManifest.Entry complete();
}
