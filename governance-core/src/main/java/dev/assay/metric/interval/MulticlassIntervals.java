package dev.assay.metric.interval;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.BinaryStatistics.ScoreStatistics;
import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.MulticlassStatistics;
import dev.assay.metric.MulticlassStatistics.ProbabilityStatistics;
import dev.assay.metric.classification.MulticlassMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The interval of every metric over several classes, from the sufficient statistics of a slice.
/// Metrics of one class have those of [BinaryIntervals].
public final class MulticlassIntervals {

  private final MulticlassStatistics s;
  private final IntervalSettings settings;
  private @Nullable CountBootstrap bootstrap;

  private MulticlassIntervals(MulticlassStatistics s, IntervalSettings settings) {
    this.s = s;
    this.settings = settings;
  }

  /// Gives each measurement its interval; counts and undefined values have none.
  public static List<Measurement> addTo(
      List<Measurement> measurements, MulticlassStatistics s, IntervalSettings settings) {
    MulticlassIntervals intervals = new MulticlassIntervals(s, settings);
    return measurements.stream().map(m -> m.with(intervals.of(m))).toList();
  }

  private @Nullable Interval of(Measurement m) {
    double value = m.value().orNaN();
    if (Double.isNaN(value)) {
      return null;
    }
    Double denominator = m.denominator();
    if (denominator != null) {
      double n = denominator / s.total() * s.effectiveN();
      return RateIntervals.wilson(value * n, n, settings.level());
    }
    ProbabilityStatistics scored = s.scored();
    Interval counted = counted(m.metric());
    return counted != null || scored == null ? counted : scored(m.metric(), value, scored);
  }

  private @Nullable Interval counted(String metric) {
    return switch (metric) {
      case "balanced_accuracy" -> resampled(MulticlassMetrics::balancedAccuracy);
      case "mcc" -> resampled(MulticlassMetrics::mcc);
      case "cohen_kappa" -> resampled(MulticlassMetrics::kappa);
      case "precision_macro" -> resampled(t -> MulticlassMetrics.macro(t, "precision"));
      case "recall_macro" -> resampled(t -> MulticlassMetrics.macro(t, "recall"));
      case "f1_macro" -> resampled(t -> MulticlassMetrics.macro(t, "f1"));
      case "precision_weighted" -> resampled(t -> MulticlassMetrics.weighted(t, "precision"));
      case "recall_weighted" -> resampled(t -> MulticlassMetrics.weighted(t, "recall"));
      case "f1_weighted" -> resampled(t -> MulticlassMetrics.weighted(t, "f1"));
      default -> null;
    };
  }

  private @Nullable Interval resampled(ToDoubleFunction<double[][]> statistic) {
    int classes = s.classes();
    if (bootstrap == null) {
      double[] cells = Arrays.stream(s.confusion()).flatMapToDouble(Arrays::stream).toArray();
      bootstrap = CountBootstrap.smoothed(cells, s.effectiveN(), settings.draws(), settings.seed());
    }
    return bootstrap.holding(
        cells -> {
          double[][] table = new double[classes][];
          for (int c = 0; c < classes; c++) {
            table[c] = Arrays.copyOfRange(cells, c * classes, (c + 1) * classes);
          }
          return statistic.applyAsDouble(table);
        },
        settings.level());
  }

  private @Nullable Interval scored(String metric, double value, ProbabilityStatistics scored) {
    double level = settings.level();
    double n = s.effectiveN();
    CalibrationIntervals top = CalibrationIntervals.of(scored.topLabelBins(), n);
    return switch (metric) {
      case "log_loss" ->
          MeanIntervals.within(
              MeanIntervals.student(
                  scored.sumLogLoss(), scored.sumLogLossSquared(), s.total(), n, level),
              0,
              Double.MAX_VALUE);
      case "brier_multiclass" ->
          MeanIntervals.within(
              MeanIntervals.student(
                  scored.sumBrier(), scored.sumBrierSquared(), s.total(), n, level),
              0,
              2);
      case "ece_top_label" -> top.expected(level);
      case "mce_top_label" -> top.maximum(level);
      case "roc_auc_ovr_macro" -> pooledAuc(value, false);
      case "roc_auc_ovr_weighted" -> pooledAuc(value, true);
      default -> null;
    };
  }

  /// Mean of the classes' standard errors: right if their AUCs rose and fell together, too wide
  /// otherwise.
  private @Nullable Interval pooledAuc(double value, boolean weighted) {
    double error = 0;
    double smallest = Double.MAX_VALUE;
    for (int c = 0; c < s.classes(); c++) {
      BinaryStatistics one = s.perClass().get(c);
      ScoreStatistics scored = one.scored();
      double share = weighted ? s.support(c) / s.total() : 1.0 / s.classes();
      error += share * Math.sqrt(scored == null ? Double.NaN : scored.aucVariance());
      smallest = Math.min(smallest, one.effective(Math.min(one.positives(), one.negatives())));
    }
    Interval interval = AucIntervals.deLong(value, error * error, smallest, settings.level());
    return interval == null
        ? null
        : new Interval(interval.lower(), interval.upper(), interval.level(), "delong_bound");
  }
}
