package dev.assay.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sufficient statistics of one slice of a classifier with three or more classes.
///
/// @param n rows
/// @param sumWeightSquared sum of squared weights (= n without weights)
/// @param confusion weight of rows, [true class][decided class]
/// @param perClass each class against the rest: counts from the decisions, the rest from the
///   class's own probability
/// @param scored absent when the model gives labels only
public record MulticlassStatistics(
    long n,
    double sumWeightSquared,
    double[][] confusion,
    List<BinaryStatistics> perClass,
    @Nullable ProbabilityStatistics scored) {

  /// Number of classes.
  public int classes() {
    return confusion.length;
  }

  /// Total weight.
  public double total() {
    double total = 0;
    for (int c = 0; c < confusion.length; c++) {
      total += support(c);
    }
    return total;
  }

  /// Weight of rows of a class.
  public double support(int c) {
    double sum = 0;
    for (double cell : confusion[c]) {
      sum += cell;
    }
    return sum;
  }

  /// Weight of rows decided to be of a class.
  public double decided(int c) {
    double sum = 0;
    for (double[] row : confusion) {
      sum += row[c];
    }
    return sum;
  }

  /// Weight of rows decided rightly.
  public double correct() {
    double sum = 0;
    for (int c = 0; c < confusion.length; c++) {
      sum += confusion[c][c];
    }
    return sum;
  }

  /// (Σw)² / Σw²: the number of equally weighted rows that carry as much information.
  public double effectiveN() {
    return sumWeightSquared == 0 ? 0 : total() * total() / sumWeightSquared;
  }

  /// What probabilities add. Log loss and Brier score take them divided by their sum, which
  /// rounding to single precision leaves a little off 1.
  ///
  /// @param sumLogLoss sum of w·log loss of the true class, clipped
  /// @param sumLogLossSquared sum of w·log loss²
  /// @param sumBrier sum of w·Σ_c (p_c − y_c)²
  /// @param sumBrierSquared sum of w·(Σ_c (p_c − y_c)²)²
  /// @param topTwo weight of rows whose class is among the two most probable
  /// @param topLabelBins 15 equal-width bins of the decided class's probability against correctness
  /// @param pairsWon [class c][class d]: Σ over pairs of a row of c and a row of d of w·w'·(1 if
  ///   the row of c has the higher probability of c, ½ if equal)
  public record ProbabilityStatistics(
      double sumLogLoss,
      double sumLogLossSquared,
      double sumBrier,
      double sumBrierSquared,
      double topTwo,
      CalibrationBins topLabelBins,
      double[][] pairsWon) {}
}
