package dev.assay.dataset.table;

import java.nio.charset.StandardCharsets;

/// Tells what a cell could be from its bytes, without making an object of it.
final class CellLexer {

  private static final int DIGITS_IN_LONG = 19;
  private static final int RISKY_LENGTH = 290;
  private static final int RISKY_EXPONENT_DIGITS = 3;
  private static final byte[] LARGEST = "9223372036854775807".getBytes(StandardCharsets.US_ASCII);

  private CellLexer() {}

  /// The kind of the slice; the empty slice is missing.
  static CellKind kind(byte[] bytes, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    if (from == to) {
      return start == end ? CellKind.MISSING : CellKind.BLANK;
    }
    byte first = bytes[from];
    if (isDigit(first) || first == '-' || first == '+' || first == '.') {
      return numberLike(bytes, from, to);
    }
    return first == 'N' || first == 'n' || first == 'I' || first == 'i'
        ? word(bytes, from, to)
        : CellKind.TEXT;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static CellKind numberLike(byte[] bytes, int from, int to) {
    byte first = bytes[from];
    boolean signed = first == '-' || first == '+';
    int whole = signed ? from + 1 : from;
    int i = digits(bytes, whole, to);
    int wholeDigits = i - whole;
    if (i == to) {
      return wholeDigits == 0 ? CellKind.TEXT : integer(bytes, from, whole, to);
    }
    byte next = bytes[i];
    if (wholeDigits == 0 && signed && (next == 'i' || next == 'I')) {
      return word(bytes, whole, to) == CellKind.INFINITE ? CellKind.INFINITE : CellKind.TEXT;
    }
    if (next == '-' && !signed && wholeDigits == 4) {
      return DateLexer.kind(bytes, from, to);
    }
    if (wholeDigits > 1 && bytes[whole] == '0') {
      return CellKind.TEXT;
    }
    return next == ',' ? comma(bytes, whole, i, to) : point(bytes, from, whole, i, to);
  }

  private static CellKind integer(byte[] bytes, int from, int digits, int to) {
    int count = to - digits;
    if (bytes[digits] == '0' && count > 1) {
      return CellKind.ZERO_LED;
    }
    if (bytes[from] == '+') {
      return CellKind.TEXT;
    }
    boolean fits =
        count < DIGITS_IN_LONG || (count == DIGITS_IN_LONG && isAtMostLargest(bytes, digits));
    return fits ? CellKind.INTEGER : CellKind.LONG_INTEGER;
  }

  private static boolean isAtMostLargest(byte[] bytes, int from) {
    for (int i = 0; i < DIGITS_IN_LONG; i++) {
      int difference = bytes[from + i] - LARGEST[i];
      if (difference != 0) {
        return difference < 0;
      }
    }
    return true;
  }

  private static CellKind point(byte[] bytes, int from, int whole, int at, int to) {
    int i = at;
    int fraction = i;
    if (bytes[i] == '.') {
      fraction = i + 1;
      i = digits(bytes, fraction, to);
    }
    int fractionDigits = i - fraction;
    if (at - whole + fractionDigits == 0) {
      return CellKind.TEXT;
    }
    if (i == to) {
      boolean isWhole = at > whole && allZeros(bytes, fraction, to) && bytes[from] != '+';
      return isWhole ? CellKind.WHOLE_DECIMAL : finite(bytes, from, to, to);
    }
    int end = exponent(bytes, i, to);
    return end == to ? finite(bytes, from, to, i) : CellKind.TEXT;
  }

  private static CellKind comma(byte[] bytes, int whole, int at, int to) {
    int end = digits(bytes, at + 1, to);
    int fractionDigits = end - at - 1;
    if (fractionDigits == 0 || at == whole || (end < to && exponent(bytes, end, to) != to)) {
      return CellKind.TEXT;
    }
    return fractionDigits == 3 && end == to && bytes[whole] != '0' && at - whole <= 3
        ? CellKind.COMMA_THOUSANDS
        : CellKind.COMMA_DECIMAL;
  }

  /// Where the exponent that begins at `at` ends; `at` when there is none.
  private static int exponent(byte[] bytes, int at, int to) {
    if (bytes[at] != 'e' && bytes[at] != 'E') {
      return at;
    }
    int i = at + 1;
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    int end = digits(bytes, i, to);
    return end == i ? at : end;
  }

  /// A decimal, unless it is beyond the largest double.
  private static CellKind finite(byte[] bytes, int from, int to, int exponentAt) {
    boolean risky = to - from > RISKY_LENGTH || to - exponentAt > RISKY_EXPONENT_DIGITS;
    if (risky) {
      String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
      if (Double.isInfinite(Double.parseDouble(text))) {
        return CellKind.TEXT;
      }
    }
    return CellKind.DECIMAL;
  }

  private static CellKind word(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length != 3 && length != 8) {
      return CellKind.TEXT;
    }
    return switch (new String(bytes, from, length, StandardCharsets.ISO_8859_1)) {
      case "NaN", "nan", "NAN" -> CellKind.NOT_A_NUMBER;
      case "inf", "Inf", "INF", "Infinity", "infinity", "INFINITY" -> CellKind.INFINITE;
      default -> CellKind.TEXT;
    };
  }

  private static boolean allZeros(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != '0') {
        return false;
      }
    }
    return true;
  }

  private static int digits(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && isDigit(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
