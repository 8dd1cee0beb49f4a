package dev.assay.metric.forecast;

import dev.assay.predictions.Forecasts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One number that is said of forecasts: a quotient of sums over targets, or its root.
///
/// Formulas, y the truth, f the forecast of one number (the median), f_q that of quantile q: `mae`
/// mean |y − f|; `rmse` √ mean (y − f)²; `mean_error` mean (f − y); `mase` mean |y − f| / (mean
/// absolute error of the seasonal naive forecast of the same series before its first forecast;
/// Hyndman and Koehler 2006); `relative_mae` Σ |y − f| / Σ |y − naive|, the seasonal naive forecast
/// made at the same rows for the same targets (below 1 it is beaten); `smape` mean 2 |y − f| / (|y|
/// + |f|), 0 where both are 0, within 0 and 2 (M4); `pinball` mean max(q (y − f_q), (q − 1)(y −
///   f_q)) (Koenker and Bassett 1978); `weighted_quantile_loss` 2 × the mean over quantiles of the
///   sums of pinball losses / Σ|y| (GluonTS); `interval_coverage` share of y within f_q and
///   f_(1−q), ends included; `interval_width` mean f_(1−q) − f_q.
///
/// @param id stable name
/// @param quantile the quantile it is about, absent for others
/// @param upper the upper quantile of an interval, absent for others
/// @param root whether the square root is taken
/// @param undefined why there is no number where the sum below the line is 0
/// @param loss what a target adds
record Measure(
    String id,
    @Nullable Double quantile,
    @Nullable Double upper,
    boolean root,
    String undefined,
    Loss loss) {

  private static final String NONE = "no targets";
  private static final double SAME = 1e-9;

  /// The seasonal naive forecast of a target.
  ///
  /// @param scale its mean absolute error before the first forecast of the series, NaN where
  ///   unknown
  /// @param forecast what it says, NaN where the series does not reach back so far
  record Naive(double scale, double forecast) {}

  /// What a target adds.
  @FunctionalInterface
  interface Loss {
    /// @param y truth
    /// @param f forecast, by column
    /// @param naive what the naive forecast says and how far off it was before
    /// @param into receives what is added above and below the line
    void of(double y, double[] f, Naive naive, double[] into);
  }

  /// Everything that can be said of these forecasts.
  static List<Measure> of(Forecasts forecasts) {
    List<Measure> measures = new ArrayList<>();
    if (forecasts.point() >= 0) {
      point(forecasts.point(), measures);
    }
    List<Double> quantiles = forecasts.quantiles();
    if (!quantiles.isEmpty()) {
      quantiles(quantiles, measures);
      intervals(quantiles, measures);
    }
    return measures;
  }

  private static void point(int at, List<Measure> measures) {
    measures.add(mean("mae", (y, f) -> Math.abs(y - f[at])));
    measures.add(
        new Measure(
            "rmse",
            null,
            null,
            true,
            NONE,
            (y, f, naive, into) -> set(into, (y - f[at]) * (y - f[at]), 1)));
    measures.add(mean("mean_error", (y, f) -> f[at] - y));
    measures.add(
        new Measure(
            "mase",
            null,
            null,
            false,
            "no series has a season and more, not all alike, before its first forecast",
            (y, f, naive, into) -> {
              boolean known = !Double.isNaN(naive.scale());
              set(into, known ? Math.abs(y - f[at]) / naive.scale() : 0, known ? 1 : 0);
            }));
    measures.add(
        new Measure(
            "relative_mae",
            null,
            null,
            false,
            "no season before a forecast, or the naive forecast is never wrong",
            (y, f, naive, into) -> {
              boolean known = !Double.isNaN(naive.forecast());
              set(
                  into,
                  known ? Math.abs(y - f[at]) : 0,
                  known ? Math.abs(y - naive.forecast()) : 0);
            }));
    measures.add(
        mean(
            "smape",
            (y, f) -> {
              double size = Math.abs(y) + Math.abs(f[at]);
              return size == 0 ? 0 : 2 * Math.abs(y - f[at]) / size;
            }));
  }

  private static void quantiles(List<Double> quantiles, List<Measure> measures) {
    for (int i = 0; i < quantiles.size(); i++) {
      int at = i;
      double q = quantiles.get(i);
      measures.add(
          new Measure(
              "pinball",
              q,
              null,
              false,
              NONE,
              (y, f, naive, into) -> set(into, pinball(q, y - f[at]), 1)));
    }
    measures.add(
        new Measure(
            "weighted_quantile_loss",
            null,
            null,
            false,
            "every target is 0",
            (y, f, naive, into) -> {
              double sum = 0;
              for (int i = 0; i < quantiles.size(); i++) {
                sum += pinball(quantiles.get(i), y - f[i]);
              }
              set(into, 2 * sum / quantiles.size(), Math.abs(y));
            }));
  }

  private static void intervals(List<Double> quantiles, List<Measure> measures) {
    int n = quantiles.size();
    for (int i = 0; i < n / 2; i++) {
      int low = i;
      int high = n - 1 - i;
      double q = quantiles.get(low);
      double upper = quantiles.get(high);
      if (Math.abs(q + upper - 1) > SAME) {
        continue;
      }
      measures.add(
          new Measure(
              "interval_coverage",
              q,
              upper,
              false,
              NONE,
              (y, f, naive, into) -> set(into, f[low] <= y && y <= f[high] ? 1 : 0, 1)));
      measures.add(
          new Measure(
              "interval_width",
              q,
              upper,
              false,
              NONE,
              (y, f, naive, into) -> set(into, f[high] - f[low], 1)));
    }
  }

  /// The mean of a number of each target.
  private static Measure mean(String id, Number number) {
    return new Measure(
        id, null, null, false, NONE, (y, f, naive, into) -> set(into, number.of(y, f), 1));
  }

  @FunctionalInterface
  private interface Number {
    double of(double y, double[] f);
  }

  private static double pinball(double q, double error) {
    return Math.max(q * error, (q - 1) * error);
  }

  private static void set(double[] into, double above, double below) {
    into[0] = above;
    into[1] = below;
  }

  /// Whether the number may lie below 0.
  boolean isSigned() {
    return id.equals("mean_error") || id.equals("interval_width");
  }

  /// The most that the number can be.
  double most() {
    return switch (id) {
      case "interval_coverage" -> 1;
      case "smape" -> 2;
      default -> Double.POSITIVE_INFINITY;
    };
  }

  /// The number that the sums give.
  double value(double above, double below) {
    double quotient = above / below;
    return root ? Math.sqrt(quotient) : quotient;
  }
}
