package dev.assay.finding;

import dev.assay.common.Rounded;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as findings say them: as on every screen, but never so short that a number beyond a
/// limit looks like the limit.
final class Figures {

  private static final int MOST_DECIMALS = 17;

  private Figures() {}

  /// As on a screen, with as many more decimals as it takes to tell the number from the limit:
  /// "0.7996" beside a limit of 0.8, never "0.800".
  static String beside(double number, double limit) {
    String shown = Rounded.number(number);
    if (number == limit || isFar(number, limit) || !shown.equals(Rounded.number(limit))) {
      return shown;
    }
    BigDecimal end = BigDecimal.valueOf(limit);
    for (int decimals = 4; decimals < MOST_DECIMALS; decimals++) {
      BigDecimal longer = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
      if (longer.compareTo(end) != 0) {
        return Rounded.setting(longer.doubleValue());
      }
    }
    return Rounded.setting(number);
  }

  /// Whether the two cannot look alike: spares rounding the limit again for each of many numbers.
  private static boolean isFar(double number, double limit) {
    double apart = Math.abs(number - limit);
    return apart > 0.001 && apart > 0.1 * Math.max(Math.abs(number), Math.abs(limit));
  }
}
