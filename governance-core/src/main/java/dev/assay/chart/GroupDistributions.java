package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number in several groups: a strip a group with how its values are spread, and below it the
/// middle half and the median.
///
/// @param title what it is
/// @param words the text alternative
/// @param xLabel what the horizontal axis says
/// @param from left end of the axis and of the first bin
/// @param to right end of the axis and of the last bin
/// @param strips from top to bottom
public record GroupDistributions(
    String title, String words, String xLabel, double from, double to, List<Strip> strips)
    implements Chart {

  /// One group.
  ///
  /// @param label name of the group
  /// @param note second line: "n 13,946"
  /// @param bins share of the group's values in each of equally wide bins from `from` to `to`;
  ///   empty without values
  /// @param box lower quartile, median, upper quartile; empty without values
  /// @param shown the median in words and digits, or why there is none
  /// @param few whether there are too few values to say much: grey
  /// @param rows the group's rows, absent where they are not at hand
  public record Strip(
      String label,
      String note,
      List<Double> bins,
      List<Double> box,
      String shown,
      boolean few,
      @Nullable RowQuery rows) {}
}
