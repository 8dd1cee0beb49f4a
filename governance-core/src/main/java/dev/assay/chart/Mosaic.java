package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Classes by groups: a column a group, as wide as the group is common, cut into the shares of the
/// classes. Groups that are too small to read are drawn wider than their share.
///
/// @param title what it is
/// @param words the text alternative
/// @param classes names of the classes, from top to bottom
/// @param legend what stands before them: "from top to bottom"
/// @param groups from left to right
public record Mosaic(
    String title, String words, List<String> classes, String legend, List<Group> groups)
    implements Chart {

  /// One group.
  ///
  /// @param label name of the group
  /// @param note below it: "85.5 %, n 13,946"
  /// @param share share of all rows, 0 to 1
  /// @param parts one a class, in their order
  /// @param few whether there are too few rows to say much: grey
  public record Group(String label, String note, double share, List<Part> parts, boolean few) {}

  /// One class within a group.
  ///
  /// @param share share of the group's rows, 0 to 1
  /// @param shown the share in digits: "25.6 %"
  /// @param count the rows behind it: "n 3,565"
  /// @param size the same as a number
  /// @param rows the rows behind it, absent where they are not at hand
  public record Part(
      double share, String shown, String count, long size, @Nullable RowQuery rows) {}
}
