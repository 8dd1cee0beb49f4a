package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Estimates with intervals, one below the other, against "no difference".
///
/// @param title what it is
/// @param words the text alternative
/// @param rows from top to bottom
/// @param none where there is no difference: 0 for differences, 1 for ratios
public record ForestPlot(String title, String words, List<Estimate> rows, double none)
    implements Chart {

  /// One estimate.
  ///
  /// @param label what it is of
  /// @param note second line, may be empty
  /// @param value absent when undefined
  /// @param lower lower end of its interval, absent without one
  /// @param upper upper end of its interval, absent without one
  /// @param expected value to expect if there were no difference, absent where not known
  /// @param shown the value in words and digits, or why there is none
  /// @param mark shape and colour
  /// @param rows the rows behind it, absent where there are none to show
  public record Estimate(
      String label,
      String note,
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      @Nullable Double expected,
      String shown,
      Mark mark,
      @Nullable RowQuery rows) {

    /// An estimate without rows behind it.
    public Estimate(
        String label,
        String note,
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double expected,
        String shown,
        Mark mark) {
      this(label, note, value, lower, upper, expected, shown, mark, null);
    }
  }

  /// Shape and colour of an estimate; never colour alone.
  public enum Mark {
    /// No rule speaks of it: a diamond.
    PLAIN,
    /// A rule is kept: a circle.
    PASS,
    /// A rule is broken: a square.
    FAIL,
    /// A rule cannot be decided: a triangle.
    UNDECIDED
  }
}
