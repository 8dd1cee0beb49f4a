package dev.assay.chart;

import java.util.List;

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
  public record Bin(String label, double count, GroupBars.Kind kind) {}
}
