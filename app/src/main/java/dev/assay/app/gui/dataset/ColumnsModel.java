package dev.assay.app.gui.dataset;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns of a dataset, and which of them are looked for.
final class ColumnsModel {

  private final List<ColumnLine> all = new ArrayList<>();

  ColumnsModel(Dataset dataset) {
    List<ColumnSpec> specs = dataset.spec().columns();
    for (int i = 0; i < specs.size(); i++) {
      all.add(new ColumnLine(specs.get(i), dataset.profile().columns().get(i), dataset.rows()));
    }
  }

  /// Every column in file order.
  List<ColumnLine> all() {
    return all;
  }

  /// Columns whose name contains the text, in this role and of this type.
  ///
  /// @param role absent = any
  /// @param type absent = any
  List<ColumnLine> found(String text, @Nullable ColumnRole role, @Nullable ColumnType type) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(l -> role == null || l.spec().role() == role)
        .filter(l -> type == null || l.spec().type() == type)
        .filter(l -> l.spec().name().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /// "12 of 1,000 columns".
  String counted(int shown) {
    String total = String.format(Locale.ROOT, "%,d", all.size());
    return (shown == all.size() ? total : String.format(Locale.ROOT, "%,d of %s", shown, total))
        + (all.size() == 1 ? " column" : " columns");
  }
}
