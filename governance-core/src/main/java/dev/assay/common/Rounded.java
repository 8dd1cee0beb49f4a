package dev.assay.common;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers as people read them: rounded only here, on the way to paper. Minus signs are true minus
/// signs, thousands are separated, and a number that would round to zero keeps two digits that say
/// it is not.
public final class Rounded {

  private static final char NO_BREAK = '\u00A0';
  private static final int DECIMALS = 3;
  private static final double SMALLEST = 0.0005;
  private static final double TINY = 1e-6;
  private static final double LARGEST_WHOLE = 1L << 53;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Rounded() {}

  /// Three decimals below 10, fewer above: `0.873`, `−12.35`, `1,234.5`, `0.00041`.
  public static String number(double value) {
    double size = Math.abs(value);
    if (size != 0 && size < SMALLEST) {
      return minus(size < TINY ? powers(value) : plain(value));
    }
    int decimals = size < 9.9995 ? DECIMALS : size < 99.995 ? 2 : size < 1e6 ? 1 : 0;
    return minus(positiveZero(fixed(value, decimals)));
  }

  /// A number that somebody chose, as it was chosen: `0.5`, `0.95`, `1,234,567`.
  public static String setting(double value) {
    BigDecimal chosen = BigDecimal.valueOf(value).stripTrailingZeros();
    return minus(String.format(Locale.ROOT, "%,." + Math.max(0, chosen.scale()) + "f", chosen));
  }

  /// A confidence level or another round share: "95 %".
  public static String level(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
        + NO_BREAK
        + "%";
  }

  /// With a plus or a minus in front: differences.
  public static String signed(double value) {
    String shown = number(value);
    return value > 0 ? "+" + shown : shown;
  }

  /// "0.868 – 0.878"; "−0.19 to 0.02" when an end is negative. Never broken across lines.
  public static String range(double lower, double upper) {
    String between = lower < 0 || upper < 0 ? "to" : "–";
    return number(lower) + NO_BREAK + between + NO_BREAK + number(upper);
  }

  /// "16,281".
  public static String count(long count) {
    return minus(String.format(Locale.ROOT, "%,d", count));
  }

  /// A count that may be weighted: whole where it is whole.
  public static String count(double count) {
    return count == Math.rint(count) && Math.abs(count) < LARGEST_WHOLE
        ? count((long) count)
        : number(count);
  }

  /// A share of a whole in per cent: "12.3 %", "< 0.1 %" where it is more than nothing, "> 99.9 %"
  /// where it is less than all.
  public static String percent(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.05) {
      return "<" + NO_BREAK + "0.1" + NO_BREAK + "%";
    }
    if (percent < 100 && percent >= 99.95) {
      return ">" + NO_BREAK + "99.9" + NO_BREAK + "%";
    }
    return minus(fixed(percent, 1)) + NO_BREAK + "%";
  }

  /// A p-value: "0.031", "< 0.001".
  public static String pValue(double p) {
    return p < 0.001 ? "<" + NO_BREAK + "0.001" : fixed(p, DECIMALS);
  }

  /// "1.4 MB".
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    if (bytes < 1_000_000) {
      return fixed(bytes / 1e3, 1) + " kB";
    }
    return bytes < 1_000_000_000 ? fixed(bytes / 1e6, 1) + " MB" : fixed(bytes / 1e9, 1) + " GB";
  }

  /// "21 November 2026, 14:02 UTC".
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  private static String fixed(double value, int decimals) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }

  private static String plain(double value) {
    return new BigDecimal(value)
        .round(new MathContext(2, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String powers(double value) {
    BigDecimal two = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN));
    int exponent = two.precision() - two.scale() - 1;
    return two.scaleByPowerOfTen(-exponent).setScale(1, RoundingMode.HALF_EVEN).toPlainString()
        + " × 10"
        + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder raised = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      raised.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return raised.toString();
  }

  private static String positiveZero(String number) {
    return number.matches("-0\\.0*") ? number.substring(1) : number;
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
