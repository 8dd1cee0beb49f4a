package dev.assay.app.gui.evaluate;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import org.jspecify.annotations.Nullable;

/// Label and positive class where they differ from the description.
///
/// @param label column, absent = as described
/// @param positive class, absent = as described
record Changed(@Nullable String label, @Nullable String positive) {

  /// @param label that is chosen
  /// @param positive class that is chosen
  static Changed of(Dataset data, @Nullable String label, @Nullable String positive) {
    LabelSpec described = data.spec().label();
    String column =
        data.spec().withRole(ColumnRole.LABEL).stream()
            .map(ColumnSpec::name)
            .findFirst()
            .orElse(null);
    boolean sameLabel = label == null || label.equals(column);
    boolean samePositive =
        positive == null
            || (sameLabel && described != null && positive.equals(described.positive()));
    return new Changed(sameLabel ? null : label, samePositive ? null : positive);
  }
}
