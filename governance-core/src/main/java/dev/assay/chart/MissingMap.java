package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;

/// Where values are missing: a line a column of the data, cut into blocks of rows from the first to
/// the last.
///
/// @param title what it is
/// @param words the text alternative
/// @param from below the left end: "row 1"
/// @param to below the right end: "row 16,281"
/// @param legend words of the five steps: nothing missing, little, some, much, nearly all
/// @param lines from top to bottom
public record MissingMap(
    String title, String words, String from, String to, List<String> legend, List<Line> lines)
    implements Chart {

  /// Shares at which the next darker step begins; a share above 0 is at least the second step.
  static final double[] STEPS = {0.02, 0.2, 0.6};

  /// One column of the data.
  ///
  /// @param label its name
  /// @param shown its share of missing values in digits
  /// @param shares share of missing values in each block of rows, 0 to 1
  /// @param blocks each block in words: "rows 1 to 272: 4.1 % missing"
  /// @param rows the rows without a value of each block; empty where they are not at hand
  public record Line(
      String label, String shown, List<Double> shares, List<String> blocks, List<RowQuery> rows) {}

  /// 0 = nothing is missing … 4 = nearly all.
  static int step(double share) {
    int step = share > 0 ? 1 : 0;
    for (double edge : STEPS) {
      step += share > edge ? 1 : 0;
    }
    return step;
  }
}
