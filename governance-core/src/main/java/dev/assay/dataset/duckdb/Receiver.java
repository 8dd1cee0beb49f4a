package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnType;
import org.duckdb.DuckDBReadableVector;

/// Takes one column's values out of the engine, into its file, and keeps account of them.
abstract sealed class Receiver permits NumberReceiver, IntegerReceiver, TextReceiver {

  private final String name;
  private long rows;
  private long missing;

  Receiver(String name) {
    this.name = name;
  }

  /// Name of the column.
  final String name() {
    return name;
  }

  /// Rows without a value.
  final long missing() {
    return missing;
  }

  /// Rows received.
  final long rows() {
    return rows;
  }

  /// Takes the next `count` values.
  final void accept(DuckDBReadableVector values, int count) {
    missing += take(values, count, rows + 1);
    rows += count;
  }

  /// The type of the values.
  abstract ColumnType type();

  /// @param firstRow data row of the first value, 1-based
  /// @return how many are missing
  abstract long take(DuckDBReadableVector values, int count, long firstRow);
}
