package dev.assay.dataset;

import org.jspecify.annotations.Nullable;

/// Texts by row. Safe for use by several threads.
public interface TextSource {

  /// Number of rows.
  int rows();

  /// Whether row `row` (0-based) has no value; an empty text is a value.
  boolean isMissing(int row);

  /// The text of row `row`, null when missing.
  @Nullable String text(int row);
}
