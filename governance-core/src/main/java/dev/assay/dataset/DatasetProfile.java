package dev.assay.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the columns hold.
///
/// @param rows number of rows
/// @param duplicateRows rows equal to an earlier one in every column but the id; the first copy
///   does not count
/// @param columns every column in file order
public record DatasetProfile(long rows, long duplicateRows, List<ColumnProfile> columns) {

  /// One column.
  ///
  /// @param name column name
  /// @param type type of its values
  /// @param missing rows without a value
  /// @param distinct distinct values, missing not counted
  /// @param numeric present for numbers
  /// @param text present for texts
  /// @param top most frequent values, at most ten, by count then value
  /// @param histogram present for numbers: equal-width bins from min to max
  public record ColumnProfile(
      String name,
      ColumnType type,
      long missing,
      long distinct,
      @Nullable NumericProfile numeric,
      @Nullable TextProfile text,
      List<TopValue> top,
      @Nullable Histogram histogram) {}

  /// Numbers. `std` with n - 1; quartiles by linear interpolation; skewness as in
  /// golden/CONVENTIONS.md.
  public record NumericProfile(
      double mean,
      @Nullable Double std,
      double min,
      double max,
      double lowerQuartile,
      double median,
      double upperQuartile,
      long zeros,
      @Nullable Double skewness) {}

  /// Texts; lengths in Unicode code points.
  public record TextProfile(long minLength, double meanLength, long maxLength, long empty) {}

  /// A value and how often it occurs.
  public record TopValue(String value, long count) {}

  /// Equal-width bins.
  public record Histogram(double min, double max, List<Long> counts) {}
}
