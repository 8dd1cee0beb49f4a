package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How rows are spread: a histogram, or counts of categories.
///
/// @param title what it is
/// @param words the text alternative
/// @param xLabel what the horizontal axis says
/// @param bins from left to right
public record Bins(String title, String words, String xLabel, List<Bin> bins) implements Chart {

  /// One bin.
  ///
  /// @param label what stands below it, may be empty
  /// @param count rows
  /// @param kind how it is drawn
  /// @param rows the rows behind it, absent where there are none to show
  public record Bin(String label, double count, GroupBars.Kind kind, @Nullable RowQuery rows) {

    /// A bin without rows behind it.
    public Bin(String label, double count, GroupBars.Kind kind) {
      this(label, count, kind, null);
    }
  }
}
