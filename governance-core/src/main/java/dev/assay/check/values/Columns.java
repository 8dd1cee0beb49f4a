package dev.assay.check.values;

import dev.assay.check.CheckInput;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import dev.assay.model.ModelBinding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which columns a check looks at.
public final class Columns {

  private Columns() {}

  /// Columns that a model reads or could read: features, and sensitive columns that are features
  /// too.
  public static List<String> features(DatasetSpec spec) {
    return spec.columns().stream()
        .filter(c -> c.role() == ColumnRole.FEATURE || c.alsoFeature())
        .filter(c -> c.role() != ColumnRole.LABEL)
        .map(ColumnSpec::name)
        .toList();
  }

  /// Columns that describe a row: all but its name, its label, its weight and stored answers.
  public static List<String> describing(DatasetSpec spec) {
    return spec.columns().stream()
        .filter(
            c ->
                switch (c.role()) {
                  case FEATURE, SENSITIVE, TEXT, UNUSED -> true;
                  case LABEL, WEIGHT, ID, TIMESTAMP, IMAGE, SCORE, PREDICTION -> false;
                })
        .filter(c -> !isTime(c))
        .map(ColumnSpec::name)
        .toList();
  }

  /// Columns whose values should be sound: those that somebody reads.
  public static List<ColumnSpec> inUse(DatasetSpec spec) {
    return spec.columns().stream()
        .filter(c -> c.role() != ColumnRole.ID && c.role() != ColumnRole.UNUSED)
        .toList();
  }

  /// Columns that the audited model reads; empty where there is no model.
  public static Set<String> readByModel(CheckInput input) {
    Set<String> read = new TreeSet<>();
    ModelBinding binding = input.binding();
    if (binding != null) {
      binding.inputs().forEach(i -> read.addAll(i.columns()));
    }
    return read;
  }

  /// Whether a column holds days or points in time.
  public static boolean isTime(ColumnSpec column) {
    return column.type() == ColumnType.DATE || column.type() == ColumnType.DATETIME;
  }
}
