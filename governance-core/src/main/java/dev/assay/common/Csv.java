package dev.assay.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of comma-separated values (RFC 4180). Texts that a spreadsheet would run as a formula get
/// an apostrophe in front; numbers are written as numbers.
public final class Csv {

  private static final String STARTS_A_FORMULA = "=+-@\t\r\u0000＝＋－＠";

  private final StringBuilder out = new StringBuilder(1 << 16);
  private boolean started;

  /// Nothing is written yet.
  public Csv() {}

  /// The first line.
  public Csv header(List<String> names) {
    names.forEach(this::text);
    return end();
  }

  /// A text; null is an empty cell.
  public Csv text(@Nullable String value) {
    separate();
    if (value != null) {
      String shown = Visible.of(disarmed(value));
      out.append(needsQuotes(shown) ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown);
    }
    return this;
  }

  /// A number in its shortest round-trip form; null is an empty cell.
  public Csv number(@Nullable Double value) {
    separate();
    if (value != null) {
      double v = value;
      boolean whole = v == Math.rint(v) && Math.abs(v) < 1L << 53;
      out.append(whole ? Long.toString((long) v) : Double.toString(v));
    }
    return this;
  }

  /// A whole number.
  public Csv number(long value) {
    separate();
    out.append(value);
    return this;
  }

  /// Ends the line.
  public Csv end() {
    out.append("\r\n");
    started = false;
    return this;
  }

  /// Everything written.
  public String finish() {
    return out.toString();
  }

  private void separate() {
    if (started) {
      out.append(',');
    }
    started = true;
  }

  private static String disarmed(String value) {
    String start = value.stripLeading();
    boolean formula =
        (!value.isEmpty() && STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0)
            || (!start.isEmpty() && STARTS_A_FORMULA.indexOf(start.charAt(0)) >= 0);
    return formula ? "'" + value : value;
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == ';' || c == '\'') {
        return true;
      }
    }
    return value.startsWith(" ") || value.endsWith(" ");
  }
}
