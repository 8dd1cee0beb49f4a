package dev.assay.metric.regression;

import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.MetricValue.Undefined;
import dev.assay.metric.RegressionStatistics;
import java.util.ArrayList;
import java.util.List;

/// The metrics of a model that predicts numbers, from the sufficient statistics of a slice.
public final class RegressionMetrics {

  private static final String NO_ROWS = "no rows";

  private RegressionMetrics() {}

  /// All metrics, in the order of the catalogue.
  public static List<Measurement> of(RegressionStatistics s) {
    List<Measurement> all = new ArrayList<>();
    boolean empty = s.n() == 0;
    all.add(Measurement.of("n", MetricValue.of(s.weight())));
    add(all, "mae", s.sumAbsolute() / s.weight(), NO_ROWS);
    add(all, "mse", s.sumSquared() / s.weight(), NO_ROWS);
    add(all, "rmse", Math.sqrt(s.sumSquared() / s.weight()), NO_ROWS);
    String flat = empty ? NO_ROWS : "all true values are equal";
    double spread = s.moments().tt();
    add(all, "r2", spread > 0 ? 1 - s.sumSquared() / spread : Double.NaN, flat);
    add(
        all,
        "explained_variance",
        spread > 0 ? 1 - s.moments().errorSpread() / spread : Double.NaN,
        flat);
    add(all, "median_ae", s.medianAbsolute(), NO_ROWS);
    add(all, "max_error", s.maxAbsolute(), NO_ROWS);
    add(all, "mean_error", s.meanError(), NO_ROWS);
    add(all, "mean_target", s.meanTruth(), NO_ROWS);
    add(all, "mean_prediction", s.meanPredicted(), NO_ROWS);
    String still = empty ? NO_ROWS : "true values or predictions do not vary";
    add(all, "pearson", correlation(s.moments().tt(), s.moments().tp(), s.moments().pp()), still);
    add(all, "spearman", s.spearman(), still);
    return all;
  }

  /// Correlation from centred sums; NaN where one of the two does not vary.
  static double correlation(double tt, double tp, double pp) {
    return tt > 0 && pp > 0
        ? Math.clamp(tp / (Math.sqrt(tt) * Math.sqrt(pp)), -1.0, 1.0)
        : Double.NaN;
  }

  private static void add(List<Measurement> all, String metric, double value, String reason) {
    all.add(
        Measurement.of(
            metric, Double.isNaN(value) ? new Undefined(reason) : MetricValue.of(value)));
  }
}
