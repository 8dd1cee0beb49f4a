package dev.assay.metric.interval;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.CalibrationBins;
import dev.assay.metric.Interval;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The percentile bootstrap of the expected calibration error, for comparison: what other tools do.
final class BinTableBootstrap {

  private BinTableBootstrap() {}

  static @Nullable Interval ece(BinaryStatistics s, int draws, long seed, double level) {
    CalibrationBins bins = Objects.requireNonNull(s.scored()).bins();
    int size = bins.weight().length;
    double[] cells = new double[2 * size];
    for (int b = 0; b < size; b++) {
      cells[2 * b] = bins.sumObserved()[b];
      cells[2 * b + 1] = bins.weight()[b] - bins.sumObserved()[b];
    }
    return CountBootstrap.of(cells, s.effectiveN(), draws, seed)
        .percentile(t -> ece(t, bins), level);
  }

  private static double ece(double[] cells, CalibrationBins bins) {
    double sum = 0;
    double total = 0;
    for (int b = 0; b < bins.weight().length; b++) {
      double rows = cells[2 * b] + cells[2 * b + 1];
      total += rows;
      if (rows > 0) {
        sum += Math.abs(rows * bins.sumPredicted()[b] / bins.weight()[b] - cells[2 * b]);
      }
    }
    return sum / total;
  }
}
