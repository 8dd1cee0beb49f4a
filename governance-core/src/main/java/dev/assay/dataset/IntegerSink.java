package dev.assay.dataset;

/// Receives whole numbers, days or microseconds; [Column.Integers#MISSING] = missing.
public final class IntegerSink extends ColumnSink {

  private final String name;
  private final ColumnType type;
  private final AppendingFile file;
  private int rows;

  IntegerSink(String name, ColumnType type, AppendingFile file) {
    this.name = name;
    this.type = type;
    this.file = file;
  }

  /// One more row.
  public void add(long value) {
    file.putLong(value);
    rows++;
  }

  /// One more row without a value.
  public void addMissing() {
    add(Column.Integers.MISSING);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  ColumnarManifest.Entry complete() {
    file.flush();
    return new ColumnarManifest.Entry(name, type, ColumnarManifest.Form.INTEGERS, 0, 0);
  }
}
