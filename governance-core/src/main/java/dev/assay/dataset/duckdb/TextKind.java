package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile.TextProfile;
import java.util.List;

/// Whether texts that nobody has described are categories or free.
final class TextKind {

  private static final int ALWAYS_FEW = 20;
  private static final int NEVER_FEW = 1_000;
  private static final int LONG_TEXT = 200;

  private TextKind() {}

  /// Categories: at most 20 different texts, or at most 1,000 and at most half as many as rows have
  /// one; none of them long.
  static ColumnType of(TextReceiver column) {
    TextProfile profile = column.profile();
    if (profile == null) {
      return ColumnType.CATEGORY;
    }
    int distinct = column.dictionary().map(List::size).orElse(Integer.MAX_VALUE);
    long present = column.rows() - column.missing();
    boolean few = distinct <= ALWAYS_FEW || (distinct <= NEVER_FEW && distinct <= present / 2);
    return few && profile.maxLength() <= LONG_TEXT ? ColumnType.CATEGORY : ColumnType.STRING;
  }
}
