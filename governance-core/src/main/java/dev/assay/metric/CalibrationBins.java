package dev.assay.metric;

/// A reliability diagram's numbers. Arrays of equal length, one element a bin.
///
/// @param weight total weight in the bin
/// @param sumPredicted sum of w·predicted
/// @param sumObserved sum of w·outcome (1 = positive, or correct for top-label bins)
public record CalibrationBins(double[] weight, double[] sumPredicted, double[] sumObserved) {}
