package dev.assay.metric.classification;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.CalibrationBins;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.MetricValue.Undefined;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Calibration errors from reliability bins.
public final class CalibrationMetrics {

  private CalibrationMetrics() {}

  static void addTo(List<Measurement> all, BinaryStatistics s, ScoreStatistics scored) {
    CalibrationBins bins = scored.bins();
    all.add(error("ece", bins, CalibrationMetrics::expected));
    all.add(error("mce", bins, CalibrationMetrics::maximum));
    all.add(error("rmsce", bins, b -> Math.sqrt(reliability(b))));
    CalibrationBins mass = scored.massBins();
    if (mass != null) {
      all.add(error("ece_equal_mass", mass, CalibrationMetrics::expected));
      all.add(error("mce_equal_mass", mass, CalibrationMetrics::maximum));
    }
    all.add(error("ece_top_label", scored.topLabelBins(), CalibrationMetrics::expected));
    all.add(error("mce_top_label", scored.topLabelBins(), CalibrationMetrics::maximum));
    all.add(error("brier_reliability", bins, CalibrationMetrics::reliability));
    all.add(error("brier_resolution", bins, b -> resolution(b, s.positives() / s.total())));
    all.add(
        error(
            "brier_uncertainty",
            bins,
            b -> s.positives() / s.total() * (s.negatives() / s.total())));
  }

  /// Σ (weight/total)·|gap|; 0 for empty bins only when there is no weight at all.
  public static double expected(CalibrationBins bins) {
    double sum = 0;
    for (int b = 0; b < bins.weight().length; b++) {
      sum += Math.abs(bins.sumPredicted()[b] - bins.sumObserved()[b]);
    }
    return sum / total(bins);
  }

  /// The largest |gap| of a bin that is not empty.
  public static double maximum(CalibrationBins bins) {
    double largest = 0;
    for (int b = 0; b < bins.weight().length; b++) {
      if (bins.weight()[b] > 0) {
        largest =
            Math.max(
                largest,
                Math.abs(bins.sumPredicted()[b] - bins.sumObserved()[b]) / bins.weight()[b]);
      }
    }
    return largest;
  }

  /// Σ (weight/total)·gap².
  public static double reliability(CalibrationBins bins) {
    double sum = 0;
    for (int b = 0; b < bins.weight().length; b++) {
      if (bins.weight()[b] > 0) {
        double gap = bins.sumPredicted()[b] - bins.sumObserved()[b];
        sum += gap * gap / bins.weight()[b];
      }
    }
    return sum / total(bins);
  }

  private static double resolution(CalibrationBins bins, double prevalence) {
    double sum = 0;
    for (int b = 0; b < bins.weight().length; b++) {
      if (bins.weight()[b] > 0) {
        double gap = bins.sumObserved()[b] / bins.weight()[b] - prevalence;
        sum += bins.weight()[b] * gap * gap;
      }
    }
    return sum / total(bins);
  }

  private static double total(CalibrationBins bins) {
    double total = 0;
    for (double weight : bins.weight()) {
      total += weight;
    }
    return total;
  }

  private static Measurement error(
      String id, CalibrationBins bins, ToDoubleFunction<CalibrationBins> error) {
    return Measurement.of(
        id,
        total(bins) == 0 ? new Undefined("no rows") : MetricValue.of(error.applyAsDouble(bins)));
  }
}
