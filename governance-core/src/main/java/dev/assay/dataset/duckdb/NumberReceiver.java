package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.NumberSink;
import org.duckdb.DuckDBReadableVector;

/// Floating-point values. NaN counts as missing, infinite values are kept; both are remembered.
final class NumberReceiver extends Receiver {

  private final NumberSink sink;
  private final Places notNumbers = new Places();
  private final Places infinite = new Places();

  NumberReceiver(String name, NumberSink sink) {
    super(name);
    this.sink = sink;
  }

  Places notNumbers() {
    return notNumbers;
  }

  Places infinite() {
    return infinite;
  }

  @Override
  ColumnType type() {
    return ColumnType.NUMBER;
  }

  @Override
  long take(DuckDBReadableVector values, int count, long firstRow) {
    long missing = 0;
    for (int i = 0; i < count; i++) {
      if (values.isNull(i)) {
        missing++;
        sink.add(Double.NaN);
        continue;
      }
      double value = values.getDouble(i);
      if (Double.isNaN(value)) {
        missing++;
        notNumbers.add(firstRow + i);
        value = Double.NaN;
      } else if (Double.isInfinite(value)) {
        infinite.add(firstRow + i);
      }
      sink.add(value);
    }
    return missing;
  }
}
