package dev.assay.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as findings say them.
final class Figures {

  private static final int DIGITS = 3;
  private static final int MOST_DIGITS = 17;

  private Figures() {}

  /// As written in a policy: every digit, no exponent.
  static String exact(double number) {
    return plain(BigDecimal.valueOf(number));
  }

  /// Three significant digits, or as many more as it takes to tell the number from the limit: 0.7996
  /// beside a limit of 0.8, never "0.8".
  static String beside(double number, double limit) {
    for (int digits = DIGITS; digits < MOST_DIGITS; digits++) {
      String shown = rounded(number, digits);
      if (number == limit || new BigDecimal(shown).doubleValue() != limit) {
        return shown;
      }
    }
    return exact(number);
  }

  /// Three significant digits.
  static String brief(double number) {
    return rounded(number, DIGITS);
  }

  /// A number of rows.
  static String count(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }

  /// A confidence level: "95 %".
  static String percent(double level) {
    return plain(BigDecimal.valueOf(level).movePointRight(2)) + " %";
  }

  private static String rounded(double number, int digits) {
    BigDecimal exact = BigDecimal.valueOf(number);
    int whole = exact.precision() - exact.scale();
    int kept = Math.max(digits, whole);
    return plain(exact.round(new MathContext(kept, RoundingMode.HALF_EVEN)));
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return stripped.toPlainString().replace('-', '−');
  }
}
