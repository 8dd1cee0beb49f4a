package dev.assay.metric.interval;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.CalibrationBins;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The interval of every metric of a binary classifier, from the sufficient statistics of a slice.
public final class BinaryIntervals {

  private final BinaryStatistics s;
  private final IntervalSettings settings;
  private @Nullable CountBootstrap bootstrap;

  private BinaryIntervals(BinaryStatistics s, IntervalSettings settings) {
    this.s = s;
    this.settings = settings;
  }

  /// Gives each measurement its interval; counts and undefined values have none.
  public static List<Measurement> addTo(
      List<Measurement> measurements, BinaryStatistics s, IntervalSettings settings) {
    BinaryIntervals intervals = new BinaryIntervals(s, settings);
    return measurements.stream().map(m -> m.with(intervals.of(m))).toList();
  }

  private @Nullable Interval of(Measurement m) {
    double value = m.value().orNaN();
    if (Double.isNaN(value)) {
      return null;
    }
    Double numerator = m.numerator();
    Double denominator = m.denominator();
    if (numerator != null && denominator != null) {
      double n = s.effective(denominator);
      return RateIntervals.wilson(value * n, n, settings.level());
    }
    ScoreStatistics scored = s.scored();
    Interval counted = counted(m.metric());
    return counted != null || scored == null ? counted : scored(m.metric(), value, scored);
  }

  private @Nullable Interval counted(String metric) {
    return switch (metric) {
      case "f1" -> CountIntervals.f1(s, settings.level());
      case "balanced_accuracy" -> CountIntervals.balancedAccuracy(s, settings.level());
      case "g_mean" -> CountIntervals.geometricMean(s, settings.level());
      case "brier_uncertainty" -> CountIntervals.uncertainty(s, settings.level());
      case "mcc" -> resampled(CountIntervals::mcc);
      case "cohen_kappa" -> resampled(CountIntervals::kappa);
      default -> null;
    };
  }

  private @Nullable Interval resampled(ToDoubleFunction<double[]> statistic) {
    if (bootstrap == null) {
      double[] cells = {s.tp(), s.fp(), s.fn(), s.tn()};
      bootstrap = CountBootstrap.smoothed(cells, s.effectiveN(), settings.draws(), settings.seed());
    }
    return bootstrap.holding(statistic, settings.level());
  }

  private @Nullable Interval scored(String metric, double value, ScoreStatistics scored) {
    double level = settings.level();
    double n = s.effectiveN();
    return switch (metric) {
      case "roc_auc" ->
          AucIntervals.deLong(
              value,
              scored.aucVariance(),
              s.effective(Math.min(s.positives(), s.negatives())),
              level);
      case "average_precision" -> CountIntervals.logit(value, s.effective(s.positives()), level);
      case "log_loss" ->
          MeanIntervals.within(
              MeanIntervals.student(
                  scored.sumLogLoss(), scored.sumLogLossSquared(), s.total(), n, level),
              0,
              Double.MAX_VALUE);
      case "brier" ->
          MeanIntervals.within(
              MeanIntervals.student(
                  scored.sumSquaredError(), scored.sumFourthError(), s.total(), n, level),
              0,
              1);
      default -> calibration(metric, scored);
    };
  }

  private @Nullable Interval calibration(String metric, ScoreStatistics scored) {
    double level = settings.level();
    CalibrationBins mass = scored.massBins();
    return switch (metric) {
      case "ece" -> bins(scored.bins()).expected(level);
      case "mce" -> bins(scored.bins()).maximum(level);
      case "rmsce" -> bins(scored.bins()).rootMeanSquared(level);
      case "brier_reliability" -> bins(scored.bins()).squared(level);
      case "ece_equal_mass" -> mass == null ? null : bins(mass).expected(level);
      case "mce_equal_mass" -> mass == null ? null : bins(mass).maximum(level);
      case "ece_top_label" -> bins(scored.topLabelBins()).expected(level);
      case "mce_top_label" -> bins(scored.topLabelBins()).maximum(level);
      default -> null;
    };
  }

  private CalibrationIntervals bins(CalibrationBins bins) {
    return CalibrationIntervals.of(bins, s.effectiveN());
  }
}
