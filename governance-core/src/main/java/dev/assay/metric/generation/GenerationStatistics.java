package dev.assay.metric.generation;

import java.util.SortedMap;

/// Sufficient statistics of one slice of a model that goes on with texts.
///
/// @param n rows
/// @param weight total weight (= n without weights)
/// @param sumWeightSquared sum of squared weights (= n without weights)
/// @param sums by metric
public record GenerationStatistics(
    long n, double weight, double sumWeightSquared, SortedMap<String, QuantitySums> sums) {

  /// (Σw)² / Σw²: the number of equally weighted rows that carry as much information.
  public double effectiveN() {
    return sumWeightSquared == 0 ? 0 : weight * weight / sumWeightSquared;
  }
}
