package dev.assay.dataset;

/// Receives floating-point values; NaN = missing.
public final class NumberSink extends ColumnSink {

  private final String name;
  private final AppendingFile file;
  private int rows;

  NumberSink(String name, AppendingFile file) {
    this.name = name;
    this.file = file;
  }

  /// One more row.
  public void add(double value) {
    file.putDouble(value);
    rows++;
  }

  /// `count` more rows, from `values[from]` on.
  public void add(double[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      file.putDouble(values[i]);
    }
    rows += count;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  ColumnarManifest.Entry complete() {
    file.flush();
    return new ColumnarManifest.Entry(name, ColumnType.NUMBER, ColumnarManifest.Form.NUMBERS, 0, 0);
  }
}
