package dev.assay.evaluation;

import dev.assay.metric.Interval;
import dev.assay.metric.interval.CountBootstrap;
import dev.assay.metric.interval.MeanIntervals;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/// Intervals of statistics of a table of counts: bootstrap of the table, or normal with the
/// standard error of the infinitesimal jackknife where there are too many slices to draw for each.
///
/// @param cells counts or sums of weights
/// @param effectiveN rows that carry as much information
/// @param level confidence level
/// @param draws tables drawn from this one, null = closed form
record TableIntervals(
    double[] cells, double effectiveN, double level, @Nullable CountBootstrap draws) {

  static TableIntervals closed(double[] cells, double effectiveN, double level) {
    return new TableIntervals(cells, effectiveN, level, null);
  }

  static TableIntervals drawn(
      double[] cells, double effectiveN, double level, int draws, long seed) {
    return new TableIntervals(
        cells,
        effectiveN,
        level,
        effectiveN < 1 ? null : CountBootstrap.of(cells, effectiveN, draws, seed));
  }

  /// Interval of a statistic; NaN where it is undefined.
  @Nullable Interval of(ToDoubleFunction<double[]> statistic) {
    if (draws != null) {
      return draws.bca(statistic, level);
    }
    double value = statistic.applyAsDouble(cells);
    double half = twoSided(level) * CellError.of(cells, effectiveN, statistic);
    return Double.isFinite(value) && Double.isFinite(half)
        ? new Interval(value - half, value + half, level, "delta")
        : null;
  }

  /// Interval of a statistic between −1 and 1.
  @Nullable Interval correlation(ToDoubleFunction<double[]> statistic) {
    return draws != null
        ? draws.bca(statistic, level)
        : MeanIntervals.fisherZ(
            statistic.applyAsDouble(cells), CellError.of(cells, effectiveN, statistic), level);
  }

  /// The number that a standard normal exceeds in absolute value with probability 1 − level.
  static double twoSided(double level) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
  }

  /// The confidence level whose two-sided quantile is `z`.
  static double levelOf(double z) {
    return Math.min(1 - 1e-15, 1 - 2 * NormalDistribution.of(0, 1).survivalProbability(z));
  }
}
