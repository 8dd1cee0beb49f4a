package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import dev.assay.metric.Measurement;
import dev.assay.metric.RegressionStatistics;
import dev.assay.metric.RegressionStatistics.MedianBand;
import dev.assay.metric.RegressionStatistics.Moments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The interval of every metric of a model that predicts numbers, from the sufficient statistics of
/// a slice. Functions of means have the standard error of their influence function, so no normal
/// distribution of the data is assumed. The largest error has no interval: it only says what was
/// seen.
public final class RegressionIntervals {

  private RegressionIntervals() {}

  /// Gives each measurement its interval; counts and undefined values have none.
  public static List<Measurement> addTo(
      List<Measurement> measurements, RegressionStatistics s, double level) {
    return measurements.stream().map(m -> m.with(of(m, s, level))).toList();
  }

  private static @Nullable Interval of(Measurement m, RegressionStatistics s, double level) {
    double value = m.value().orNaN();
    if (Double.isNaN(value)) {
      return null;
    }
    double n = s.effectiveN();
    return switch (m.metric()) {
      case "mae" ->
          atLeastZero(MeanIntervals.student(s.sumAbsolute(), s.sumSquared(), s.weight(), n, level));
      case "mse" -> squaredError(s, level);
      case "rmse" -> root(squaredError(s, level));
      case "median_ae" -> median(s, level);
      case "mean_error" -> mean(value, s.moments().errorSpread(), s, level);
      case "mean_target" -> mean(value, s.moments().tt(), s, level);
      case "mean_prediction" -> mean(value, s.moments().pp(), s, level);
      case "r2" -> atMostOne(explained(value, s, level, true));
      case "explained_variance" -> atMostOne(explained(value, s, level, false));
      case "pearson" -> MeanIntervals.fisherZ(value, pearsonError(value, s), level);
      case "spearman" ->
          MeanIntervals.fisherZ(
              value,
              n > 3
                  ? (1 - value * value) * Math.sqrt((1 + value * value / 2) / (n - 3))
                  : Double.NaN,
              level);
      default -> null;
    };
  }

  private static @Nullable Interval mean(
      double value, double spread, RegressionStatistics s, double level) {
    double n = s.effectiveN();
    return MeanIntervals.student(value, Math.sqrt(spread / s.weight() / (n - 1)), n, level);
  }

  /// On the logarithm, since squared errors are skewed and never negative.
  private static @Nullable Interval squaredError(RegressionStatistics s, double level) {
    double mean = s.sumSquared() / s.weight();
    double variance = Math.max(0, s.sumFourth() / s.weight() - mean * mean) / (s.effectiveN() - 1);
    if (mean == 0) {
      return null;
    }
    Interval log =
        MeanIntervals.student(Math.log(mean), Math.sqrt(variance) / mean, s.effectiveN(), level);
    return log == null
        ? null
        : new Interval(Math.exp(log.lower()), Math.exp(log.upper()), level, "log_delta");
  }

  private static @Nullable Interval root(@Nullable Interval squared) {
    return squared == null
        ? null
        : new Interval(
            Math.sqrt(squared.lower()),
            Math.sqrt(squared.upper()),
            squared.level(),
            squared.method());
  }

  private static @Nullable Interval median(RegressionStatistics s, double level) {
    double n = s.effectiveN();
    if (!(n > 1)) {
      return null;
    }
    MedianBand band = s.medianBand();
    int step =
        Math.min(MedianBand.SIZE - 1, (int) Math.ceil(Normal.twoSided(level) / MedianBand.STEP));
    return new Interval(
        Math.min(band.below()[step], s.medianAbsolute()),
        Math.max(band.above()[step], s.medianAbsolute()),
        level,
        "order_statistics");
  }

  /// R² and explained variance are 1 − a ratio of two sums; the ratio's interval on the logarithm.
  private static @Nullable Interval explained(
      double value, RegressionStatistics s, double level, boolean withBias) {
    Moments m = s.moments();
    double ratio = 1 - value;
    double n = s.effectiveN();
    double variance = m.tt() / s.weight();
    double fourth =
        withBias ? s.sumFourth() : m.pppp() - 4 * m.tppp() + 6 * m.ttpp() - 4 * m.tttp() + m.tttt();
    double mixed = withBias ? m.eett() : m.tttt() - 2 * m.tttp() + m.ttpp();
    double influence =
        Math.max(0, fourth - 2 * ratio * mixed + ratio * ratio * m.tttt())
            / s.weight()
            / (variance * variance);
    if (!(ratio > 0)) {
      return null;
    }
    double error = Math.sqrt(influence / (n - 1)) / ratio;
    Interval log = MeanIntervals.student(Math.log(ratio), error, n, level);
    return log == null
        ? null
        : new Interval(1 - Math.exp(log.upper()), 1 - Math.exp(log.lower()), level, "log_delta");
  }

  private static double pearsonError(double r, RegressionStatistics s) {
    Moments m = s.moments();
    double w = s.weight();
    double t = Math.sqrt(m.tt() / w);
    double p = Math.sqrt(m.pp() / w);
    double ttpp = m.ttpp() / w / (t * t * p * p);
    double tttp = m.tttp() / w / (t * t * t * p);
    double tppp = m.tppp() / w / (t * p * p * p);
    double tttt = m.tttt() / w / (t * t * t * t);
    double pppp = m.pppp() / w / (p * p * p * p);
    double influence = ttpp - r * (tttp + tppp) + r * r / 4 * (tttt + 2 * ttpp + pppp);
    return Math.sqrt(Math.max(0, influence) / (s.effectiveN() - 1));
  }

  private static @Nullable Interval atLeastZero(@Nullable Interval interval) {
    return MeanIntervals.within(interval, 0, Double.MAX_VALUE);
  }

  private static @Nullable Interval atMostOne(@Nullable Interval interval) {
    return MeanIntervals.within(interval, -Double.MAX_VALUE, 1);
  }
}
