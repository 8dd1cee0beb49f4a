package dev.assay.check;

import dev.assay.common.Digest;
import dev.assay.common.UsageError;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A dataset made in memory for tests.
record MemoryDataset(DatasetSpec spec, Map<String, Column> columns, int rows) implements Dataset {

  static Builder builder() {
    return new Builder();
  }

  @Override
  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new UsageError("COLUMN-UNKNOWN", "no " + name, "");
    }
    return column;
  }

  @Override
  public Path file() {
    return Path.of("memory.csv");
  }

  @Override
  public Digest digest() {
    throw new UnsupportedOperationException();
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

  /// Collects columns.
  static final class Builder {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<ColumnSpec> specs = new ArrayList<>();
    private LabelSpec label;
    private int rows;

    Builder numbers(String name, ColumnRole role, double... values) {
      return add(name, role, false, ColumnType.NUMBER, new Column.Numbers(values));
    }

    Builder integers(String name, ColumnRole role, long... values) {
      return add(
          name, role, false, ColumnType.INTEGER, new Column.Integers(values, ColumnType.INTEGER));
    }

    Builder texts(String name, ColumnRole role, boolean alsoFeature, String... values) {
      return add(name, role, alsoFeature, ColumnType.CATEGORY, categories(values));
    }

    Builder texts(String name, ColumnRole role, String... values) {
      return texts(name, role, false, values);
    }

    /// A label column with its positive class.
    Builder label(String name, String positive, List<String> classes, String... values) {
      label = new LabelSpec(name, positive, classes, positive);
      return texts(name, ColumnRole.LABEL, values);
    }

    Builder add(String name, ColumnRole role, boolean alsoFeature, ColumnType type, Column column) {
      columns.put(name, column);
      specs.add(new ColumnSpec(name, type, role, alsoFeature, null, "test"));
      rows = column.rows();
      return this;
    }

    Builder describedBy(LabelSpec spec) {
      label = spec;
      return this;
    }

    MemoryDataset build() {
      Task task = label == null ? null : Task.BINARY_CLASSIFICATION;
      return new MemoryDataset(
          new DatasetSpec("memory", "Memory", task, label, specs), columns, rows);
    }
  }

  static Column.Categories categories(String... values) {
    Map<String, Integer> codes = new HashMap<>();
    List<String> dictionary = new ArrayList<>();
    int[] coded = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value == null) {
        coded[i] = -1;
        continue;
      }
      coded[i] =
          codes.computeIfAbsent(
              value,
              v -> {
                dictionary.add(v);
                return dictionary.size() - 1;
              });
    }
    return new Column.Categories(coded, dictionary);
  }
}
