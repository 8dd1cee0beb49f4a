package dev.assay.metric.multilabel;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.MeanIntervals;
import dev.assay.metric.interval.RateIntervals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Metrics over all labels of rows that may have several, as scikit-learn defines them: subset
/// accuracy, Hamming loss and averages over labels.
public final class MultiLabelMetrics {

  private static final String NO_ROWS = "there are no rows";

  private MultiLabelMetrics() {}

  /// Every metric over all labels, with its interval: Wilson's for the share of rows that are right
  /// as a whole, Student's for means over rows and, by the infinitesimal jackknife over rows, for
  /// averages over labels. An average that no row moves (all right, or all wrong) has none.
  ///
  /// @param level confidence level
  public static List<Measurement> of(MultiLabelStatistics s, double level) {
    List<Measurement> all = new ArrayList<>();
    double n = s.effectiveN();
    all.add(Measurement.of("n", MetricValue.of(s.total())));
    all.add(
        Measurement.rate("subset_accuracy", s.exact(), s.total(), NO_ROWS)
            .with(n == 0 ? null : RateIntervals.wilson(s.exact() / s.total() * n, n, level)));
    all.add(
        Measurement.of("hamming_loss", MetricValue.ratio(s.mistakes(), s.total(), NO_ROWS))
            .with(
                share(
                    MeanIntervals.student(
                        s.mistakes(), s.mistakesSquared(), s.total(), n, level))));
    for (int a = 0; a < Average.ALL.size(); a++) {
      Average average = Average.ALL.get(a);
      double value = average.of(s.labels());
      MetricValue known =
          Double.isFinite(value)
              ? MetricValue.of(value)
              : new MetricValue.Undefined(average.undefined());
      double error = Math.sqrt(s.variances()[a]);
      Interval interval = error > 0 ? share(MeanIntervals.student(value, error, n, level)) : null;
      all.add(Measurement.of(average.metric(), known.with(interval)));
    }
    return all;
  }

  /// Standard error of an average over labels; NaN where no row moves it.
  ///
  /// @param metric its id: "f1_micro"
  public static double standardError(MultiLabelStatistics s, String metric) {
    for (int a = 0; a < Average.ALL.size(); a++) {
      if (Average.ALL.get(a).metric().equals(metric)) {
        double error = Math.sqrt(s.variances()[a]);
        return error > 0 ? error : Double.NaN;
      }
    }
    throw new IllegalArgumentException(metric);
  }

  private static @Nullable Interval share(@Nullable Interval interval) {
    return MeanIntervals.within(interval, 0, 1);
  }
}
