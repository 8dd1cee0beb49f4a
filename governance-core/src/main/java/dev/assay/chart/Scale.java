package dev.assay.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A number line with round ticks.
///
/// @param from lowest number shown
/// @param to highest number shown
/// @param step between ticks
/// @param decimals of tick labels
record Scale(double from, double to, double step, int decimals) {

  private static final int TICKS = 4;

  /// A scale that holds all numbers.
  static Scale over(double lowest, double highest) {
    double span = highest - lowest;
    if (!(span > 0)) {
      return over(lowest - 0.05, highest + 0.05);
    }
    double raw = span / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double times = raw / power;
    double step =
        power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 2.5 ? 2.5 : times <= 5 ? 5 : 10);
    int decimals =
        Math.max(
            0,
            new BigDecimal(step).round(new java.math.MathContext(3)).stripTrailingZeros().scale());
    return new Scale(lowest, highest, step, Math.min(decimals, 6));
  }

  double at(double value, double left, double width) {
    return left + (value - from) / (to - from) * width;
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  String label(double tick) {
    String shown = new BigDecimal(tick).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    return shown.matches("-0(\\.0*)?") ? "0" : tick == 0 ? "0" : shown.replace('-', '−');
  }
}
