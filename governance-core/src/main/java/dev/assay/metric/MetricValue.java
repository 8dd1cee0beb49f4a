package dev.assay.metric;

import org.jspecify.annotations.Nullable;

/// A number with its uncertainty, or the reason why there is none. Never NaN, never infinite.
public sealed interface MetricValue {

  /// A number.
  ///
  /// @param value finite
  /// @param interval its interval, absent when none is computed for this metric
  record Defined(double value, @Nullable Interval interval) implements MetricValue {
    /// Refuses NaN and infinities: they must be said in words.
    public Defined {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite number: " + value);
      }
    }
  }

  /// No number.
  ///
  /// @param reason in words: "no positive rows"
  record Undefined(String reason) implements MetricValue {}

  /// A number without an interval.
  static MetricValue of(double value) {
    return new Defined(value, null);
  }

  /// The quotient, or undefined for the reason when the denominator is zero.
  static MetricValue ratio(double numerator, double denominator, String reason) {
    return denominator == 0 ? new Undefined(reason) : of(numerator / denominator);
  }

  /// The number, or NaN: for arithmetic only, never for showing.
  default double orNaN() {
    return switch (this) {
      case Defined defined -> defined.value();
      case Undefined ignored -> Double.NaN;
    };
  }

  /// The same value with this interval; undefined stays undefined.
  default MetricValue with(@Nullable Interval interval) {
    return switch (this) {
      case Defined defined -> new Defined(defined.value(), interval);
      case Undefined undefined -> undefined;
    };
  }
}
