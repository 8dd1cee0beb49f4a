package dev.assay.metric.interval;

import java.util.function.DoubleUnaryOperator;

/// Where a monotone function crosses zero.
final class Roots {

  private static final int STEPS = 100;

  private Roots() {}

  /// Halves the bracket until it cannot be halved any more.
  ///
  /// @param f has different signs at the ends, or is zero at one of them
  /// @return the point where the sign changes; the end nearer to zero where it does not
  static double bisect(DoubleUnaryOperator f, double from, double to) {
    double low = from;
    double high = to;
    double atLow = f.applyAsDouble(low);
    double atHigh = f.applyAsDouble(high);
    if (Math.signum(atLow) == Math.signum(atHigh)) {
      return Math.abs(atLow) <= Math.abs(atHigh) ? low : high;
    }
    for (int i = 0; i < STEPS && low < high; i++) {
      double middle = (low + high) / 2;
      double at = f.applyAsDouble(middle);
      if (at == 0 || middle == low || middle == high) {
        return middle;
      }
      if (Math.signum(at) == Math.signum(atLow)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
