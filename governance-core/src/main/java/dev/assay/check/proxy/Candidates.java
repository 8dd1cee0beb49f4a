package dev.assay.check.proxy;

import dev.assay.check.CheckInput;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import java.util.ArrayList;
import java.util.List;

/// Columns that may stand for a sensitive attribute: what the model reads, or could read where no
/// model is known.
final class Candidates {

  private Candidates() {}

  /// Every labelled row.
  static List<BinnedColumn> of(CheckInput input, int bins) {
    return of(input, bins, input.predictions().rowIndex());
  }

  /// Some rows.
  ///
  /// @param rows dataset rows (0-based), ascending
  static List<BinnedColumn> of(CheckInput input, int bins, int[] rows) {
    List<String> read = new ArrayList<>(Columns.readByModel(input));
    List<String> names = read.isEmpty() ? Columns.features(input.dataset().spec()) : read;
    return ColumnValues.of(input.dataset(), names, rows).stream()
        .map(v -> BinnedColumn.of(v, bins))
        .filter(c -> c.count() > 2)
        .toList();
  }
}
