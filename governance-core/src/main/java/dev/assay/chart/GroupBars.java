package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rate of several groups as bars with whiskers, against the reference group's.
///
/// @param title what it is
/// @param words the text alternative
/// @param bars from top to bottom
/// @param reference rate of the reference group, drawn through all bars; absent without one
public record GroupBars(String title, String words, List<Bar> bars, @Nullable Double reference)
    implements Chart {

  /// One group.
  ///
  /// @param label name of the group
  /// @param note second line: "n 13,946"
  /// @param value the rate, absent when undefined
  /// @param lower lower end of its interval, absent without one
  /// @param upper upper end of its interval, absent without one
  /// @param shown the value in words and digits, or why there is none
  /// @param kind how it is drawn
  /// @param rows the rows behind it, absent where there are none to show
  public record Bar(
      String label,
      String note,
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      String shown,
      Kind kind,
      @Nullable RowQuery rows) {

    /// A bar without rows behind it.
    public Bar(
        String label,
        String note,
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        String shown,
        Kind kind) {
      this(label, note, value, lower, upper, shown, kind, null);
    }
  }

  /// How a bar is drawn.
  public enum Kind {
    /// A group like others.
    GROUP,
    /// The group that others are held against.
    REFERENCE,
    /// Too few rows to say much: grey, hatched by its outline.
    FEW
  }
}
