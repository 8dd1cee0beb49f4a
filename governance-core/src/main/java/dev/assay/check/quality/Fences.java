package dev.assay.check.quality;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Limits six robust standard deviations from the median, upwards and downwards measured apart, on
/// the scale on which the middle of the column is most symmetric.
///
/// @param lower smallest ordinary value
/// @param upper largest ordinary value
/// @param median median
/// @param scale name of the scale in words
record Fences(double lower, double upper, double median, String scale) {

  private static final double DEVIATIONS = 6;

  /// The 0.9 quantile of the standard normal distribution.
  private static final double NORMAL_90 = 1.2815515655446004;

  private static final int FEWEST = 50;

  /// The limits; empty with fewer than 50 values, or when too many are equal.
  static Optional<Fences> of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length < FEWEST) {
      return Optional.empty();
    }
    double low = at(sorted, 0.1);
    double middle = at(sorted, 0.5);
    double high = at(sorted, 0.9);
    if (low == middle || middle == high) {
      return Optional.empty();
    }
    Scale best = Scale.PLAIN;
    for (Scale scale : Scale.values()) {
      boolean fits = scale != Scale.LOGARITHM || sorted[0] > 0;
      if (fits
          && Math.abs(scale.skew(low, middle, high))
              < Math.abs(best.skew(low, middle, high)) - 0.02) {
        best = scale;
      }
    }
    double m = best.forth.applyAsDouble(middle);
    double up = (best.forth.applyAsDouble(high) - m) / NORMAL_90;
    double down = (m - best.forth.applyAsDouble(low)) / NORMAL_90;
    return Optional.of(
        new Fences(
            best.back.applyAsDouble(m - DEVIATIONS * down),
            best.back.applyAsDouble(m + DEVIATIONS * up),
            middle,
            best.words));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private enum Scale {
    PLAIN("as it is", v -> v, v -> v),
    CUBE_ROOT("cube root", Math::cbrt, v -> v * v * v),
    LOGARITHM("logarithm", Math::log, Math::exp);

    private final String words;
    private final DoubleUnaryOperator forth;
    private final DoubleUnaryOperator back;

    Scale(String words, DoubleUnaryOperator forth, DoubleUnaryOperator back) {
      this.words = words;
      this.forth = forth;
      this.back = back;
    }

    /// Kelly's skewness: 0 when the outer deciles lie equally far from the median.
    double skew(double low, double middle, double high) {
      double a = forth.applyAsDouble(low);
      double m = forth.applyAsDouble(middle);
      double b = forth.applyAsDouble(high);
      return (b + a - 2 * m) / (b - a);
    }
  }
}
