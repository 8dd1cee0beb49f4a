package dev.assay.finding;

import dev.assay.metric.Interval;
import org.jspecify.annotations.Nullable;

/// Where a number may lie, ends included.
///
/// @param min lower end, absent = none
/// @param max upper end, absent = none
/// @param relativeTo what the number is compared with first: "" = nothing, "expected", "everyone",
///   or the id of a metric of the same slice
/// @param by how it is compared with that
public record Limit(@Nullable Double min, @Nullable Double max, String relativeTo, By by) {

  /// The value expected by chance alone.
  public static final String EXPECTED = "expected";

  /// The same metric of everyone.
  public static final String EVERYONE = "everyone";

  /// How a number is compared with another.
  public enum By {
    /// Number − other.
    DIFFERENCE,
    /// Number / other.
    RATIO
  }

  /// Whether numbers are compared with another before they are held against the limit.
  public boolean isRelative() {
    return !relativeTo.isEmpty();
  }

  /// Whether the number keeps the limit.
  boolean keeps(double number) {
    return (min == null || number >= min) && (max == null || number <= max);
  }

  /// Whether all of the interval keeps the limit.
  boolean keeps(Interval interval) {
    return keeps(interval.lower()) && keeps(interval.upper());
  }

  /// Whether all of the interval lies beyond one end of the limit.
  boolean isBrokenBy(Interval interval) {
    return (min != null && interval.upper() < min) || (max != null && interval.lower() > max);
  }

  /// The end that the number is beyond, or else the one that is nearer.
  double nearestEnd(double number) {
    if (min == null) {
      return orZero(max);
    }
    if (max == null) {
      return min;
    }
    return Math.abs(number - min) <= Math.abs(number - max) ? min : max;
  }

  /// The number after it is compared with the other.
  double relative(double number, double other) {
    return switch (by) {
      case DIFFERENCE -> number - other;
      case RATIO -> number / other;
    };
  }

  /// For people: "at least 0.8", "between 0.8 and 1.25 times that of everyone".
  public String words() {
    String range;
    if (min == null) {
      range = "at most " + Figures.exact(orZero(max));
    } else if (max == null) {
      range = "at least " + Figures.exact(min);
    } else {
      range = "between " + Figures.exact(min) + " and " + Figures.exact(max);
    }
    if (!isRelative()) {
      return range;
    }
    return switch (by) {
      case DIFFERENCE -> range + " when " + otherWords() + " is taken away";
      case RATIO -> range + " times " + otherWords();
    };
  }

  /// What the number is compared with, for people.
  String otherWords() {
    return switch (relativeTo) {
      case EXPECTED -> "the value expected by chance";
      case EVERYONE -> "that of everyone";
      default -> Names.metric(relativeTo) + " of the same rows";
    };
  }

  private static double orZero(@Nullable Double end) {
    return end == null ? 0 : end;
  }
}
