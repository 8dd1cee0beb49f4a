package dev.assay.finding;

import dev.assay.common.Rounded;
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

  /// For people: "at least 0.8", "at most 0.1 below that of everyone", "at most 1.25 times that of
  /// everyone".
  public String words() {
    return isRelative() ? range() + (by == By.RATIO ? " times " : " ") + otherWords() : range();
  }

  /// The same without what the number is compared with: "at most 0.1 below".
  String range() {
    if (isRelative() && by == By.DIFFERENCE) {
      return differences();
    }
    if (min == null) {
      return "at most " + Rounded.setting(orZero(max));
    }
    return max == null
        ? "at least " + Rounded.setting(min)
        : "between " + Rounded.setting(min) + " and " + Rounded.setting(max);
  }

  private String differences() {
    if (min != null && max != null) {
      return "between "
          + apart(min, Rounded.setting(min))
          + " and "
          + apart(max, Rounded.setting(max));
    }
    double end = min == null ? orZero(max) : min;
    boolean atMost = min == null ? end >= 0 : end <= 0;
    return (atMost ? "at most " : "at least ")
        + (end == 0 && min != null ? "0 below" : apart(end, Rounded.setting(end)));
  }

  /// A number compared with another, for people: "0.032 below", "1.2 times".
  String comparedWords(double number, String shown) {
    return switch (by) {
      case DIFFERENCE -> apart(number, shown);
      case RATIO -> shown + " times";
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

  private static String apart(double difference, String shown) {
    return difference < 0 ? shown.substring(1) + " below" : shown + " above";
  }

  private static double orZero(@Nullable Double end) {
    return end == null ? 0 : end;
  }
}
