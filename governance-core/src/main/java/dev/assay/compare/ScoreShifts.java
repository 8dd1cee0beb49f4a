package dev.assay.compare;

import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.List;

/// How far the scores of two runs lie apart, row by row: the score of the positive class, the
/// largest difference over all classes, or the predicted number.
///
/// @param rows rows that both scored
/// @param largest largest absolute change
/// @param largestRow dataset row (0-based) where it is
/// @param meanAbsolute mean absolute change
/// @param mean mean change, second − first, with its interval by Student's t over rows; of several
///   classes the change of the first run's decided class
/// @param slices the same by slice
public record ScoreShifts(
    long rows,
    double largest,
    int largestRow,
    double meanAbsolute,
    MetricValue mean,
    List<SliceShift> slices) {

  /// One slice.
  ///
  /// @param slice whose
  /// @param rows its rows
  /// @param largest largest absolute change
  /// @param meanAbsolute mean absolute change
  /// @param mean mean change with its interval
  public record SliceShift(
      SliceKey slice, long rows, double largest, double meanAbsolute, MetricValue mean) {}
}
