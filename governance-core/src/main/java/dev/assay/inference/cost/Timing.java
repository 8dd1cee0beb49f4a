package dev.assay.inference.cost;

import java.util.Arrays;

/// Times of one and the same thing, done again and again.
///
/// @param calls how often it was timed; what warmed up is not counted
/// @param shortest milliseconds
/// @param mean milliseconds
/// @param longest milliseconds
/// @param p50 the median
/// @param p95 one call in twenty takes longer
/// @param p99 one call in a hundred takes longer
public record Timing(
    int calls,
    double shortest,
    double mean,
    double longest,
    Quantile p50,
    Quantile p95,
    Quantile p99) {

  /// @param millis milliseconds of every call, at least one
  public static Timing of(double[] millis) {
    double[] sorted = Quantile.sorted(millis);
    return new Timing(
        sorted.length,
        sorted[0],
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[sorted.length - 1],
        Quantile.of(sorted, 50),
        Quantile.of(sorted, 95),
        Quantile.of(sorted, 99));
  }
}
