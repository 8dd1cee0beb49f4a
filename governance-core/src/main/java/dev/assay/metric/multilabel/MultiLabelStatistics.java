package dev.assay.metric.multilabel;

import dev.assay.metric.BinaryStatistics;
import java.util.List;

/// Sufficient statistics of one slice of rows that may have several labels.
///
/// @param n rows
/// @param total Σ w
/// @param sumWeightSquared Σ w²
/// @param exact Σ w over rows whose labels are all right and none is missing
/// @param mistakes Σ w·(share of labels that are wrong)
/// @param mistakesSquared Σ w·(share of labels that are wrong)²
/// @param labels each label against its absence
/// @param variances of the averages over labels, as [Average#ALL]
public record MultiLabelStatistics(
    long n,
    double total,
    double sumWeightSquared,
    double exact,
    double mistakes,
    double mistakesSquared,
    List<BinaryStatistics> labels,
    double[] variances) {

  /// (Σw)² / Σw²: the number of equally weighted rows that carry as much information.
  public double effectiveN() {
    return sumWeightSquared == 0 ? 0 : total * total / sumWeightSquared;
  }
}
