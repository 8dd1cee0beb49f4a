package dev.assay.evaluation;

import java.util.function.ToDoubleFunction;

/// Standard error of a smooth statistic of a table of counts, by the infinitesimal jackknife: how
/// much a little more of each kind of row would move it.
final class CellError {

  private static final double STEP = 1e-5;

  private CellError() {}

  /// @param cells counts or sums of weights
  /// @param effectiveN rows that carry as much information
  /// @return NaN where the statistic is undefined at the table or beside it
  static double of(double[] cells, double effectiveN, ToDoubleFunction<double[]> statistic) {
    double total = 0;
    for (double cell : cells) {
      total += cell;
    }
    double centre = statistic.applyAsDouble(cells);
    double variance = 0;
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] > 0) {
        double[] moved = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
          moved[i] = cells[i] * (1 - STEP);
        }
        moved[c] += total * STEP;
        double influence = (statistic.applyAsDouble(moved) - centre) / STEP;
        variance += cells[c] / total * influence * influence;
      }
    }
    return Math.sqrt(variance / effectiveN);
  }
}
