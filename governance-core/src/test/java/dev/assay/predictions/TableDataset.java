package dev.assay.predictions;

import dev.assay.common.Digest;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A dataset in memory, for tests.
public final class TableDataset implements Dataset {

  private final Map<String, Column> columns = new HashMap<>();
  private final List<ColumnSpec> specs = new ArrayList<>();
  private final @Nullable Task task;
  private final @Nullable LabelSpec label;

  public TableDataset(@Nullable Task task, @Nullable LabelSpec label) {
    this.task = task;
    this.label = label;
  }

  public TableDataset with(String name, ColumnRole role, Column column) {
    columns.put(name, column);
    specs.add(new ColumnSpec(name, ColumnType.NUMBER, role, false, null, "test"));
    return this;
  }

  public static Column texts(@Nullable String... values) {
    List<String> dictionary = new ArrayList<>();
    int[] codes = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null && !dictionary.contains(values[i])) {
        dictionary.add(values[i]);
      }
      codes[i] = values[i] == null ? -1 : dictionary.indexOf(values[i]);
    }
    return new Column.Categories(codes, dictionary);
  }

  public static Column.Numbers numbers(double... values) {
    return new Column.Numbers(values);
  }

  public static Column integers(long... values) {
    return new Column.Integers(values, ColumnType.INTEGER);
  }

  @Override
  public Path file() {
    return Path.of("table.csv");
  }

  @Override
  public Digest digest() {
    return Digest.of(new byte[0]);
  }

  @Override
  public DatasetSpec spec() {
    return new DatasetSpec("table", "Table", task, label, specs);
  }

  @Override
  public int rows() {
    return columns.values().iterator().next().rows();
  }

  @Override
  public Column column(String name) {
    return columns.get(name);
  }

  @Override
  public DatasetProfile profile() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Warning> warnings() {
    return List.of();
  }

  @Override
  public Path columnarFolder() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ImportReport report() {
    throw new UnsupportedOperationException();
  }
}
