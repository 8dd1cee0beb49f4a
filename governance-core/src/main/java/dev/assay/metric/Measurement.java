package dev.assay.metric;

import org.jspecify.annotations.Nullable;

/// A metric's value with the fraction it comes from.
///
/// @param metric id
/// @param value the number, or why there is none
/// @param numerator for rates: weight of the event, absent otherwise
/// @param denominator for rates: weight of those at risk, absent otherwise
public record Measurement(
    String metric, MetricValue value, @Nullable Double numerator, @Nullable Double denominator) {

  /// A number that is no rate.
  public static Measurement of(String metric, MetricValue value) {
    return new Measurement(metric, value, null, null);
  }

  /// A rate; undefined for the reason when nobody is at risk.
  public static Measurement rate(
      String metric, double numerator, double denominator, String reason) {
    return new Measurement(
        metric, MetricValue.ratio(numerator, denominator, reason), numerator, denominator);
  }

  /// The same measurement with this interval; an undefined one stays undefined.
  public Measurement with(@Nullable Interval interval) {
    return new Measurement(metric, value.with(interval), numerator, denominator);
  }
}
