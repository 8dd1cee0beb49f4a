package dev.assay.dataset.duckdb;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.IntegerSink;
import org.duckdb.DuckDBReadableVector;

/// Whole numbers, days or microseconds.
final class IntegerReceiver extends Receiver {

  private final ColumnType type;
  private final IntegerSink sink;

  IntegerReceiver(String name, ColumnType type, IntegerSink sink) {
    super(name);
    this.type = type;
    this.sink = sink;
  }

  @Override
  ColumnType type() {
    return type;
  }

  @Override
  long take(DuckDBReadableVector values, int count, long firstRow) {
    long missing = 0;
    for (int i = 0; i < count; i++) {
      if (values.isNull(i)) {
        missing++;
        sink.addMissing();
        continue;
      }
      long value = values.getLong(i);
      if (value == Column.Integers.MISSING) {
        throw new InputRejected(
            "DATASET-VALUE",
            "Row "
                + (firstRow + i)
                + ", column '"
                + Visible.of(name(), 60)
                + "': "
                + value
                + " is the one whole number that cannot be kept.",
            "Write the column as text, or leave the cell empty.");
      }
      sink.add(value);
    }
    return missing;
  }
}
