package dev.assay.check.values;

import dev.assay.common.Visible;
import java.util.List;
import java.util.Locale;

/// How checks write numbers, shares and names in their sentences.
public final class Words {

  private static final int NAME = 60;
  private static final int LISTED = 6;
  private static final double WHOLE = 1e15;

  private Words() {}

  /// A number as short as it can be without losing digits that matter: `12`, `0.25`, `1.3e7`.
  public static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      return Long.toString((long) value);
    }
    String text = String.format(Locale.ROOT, "%.6g", value);
    return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
  }

  /// A number with `digits` decimals.
  public static String rounded(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /// A count with separators: `16,281`.
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// A count with its noun: `1 row`, `16,281 rows`.
  public static String count(long count, String noun) {
    return count(count) + " " + (count == 1 ? noun : noun + "s");
  }

  /// A share in percent: `2.1 %`; small ones keep two digits.
  public static String percent(double share) {
    double percent = share * 100;
    int digits = percent != 0 && Math.abs(percent) < 0.1 ? 3 : Math.abs(percent) < 1 ? 2 : 1;
    return rounded(percent, digits) + " %";
  }

  /// A p-value: `p = 0.03`, `p < 0.0001`.
  public static String p(double p) {
    return p < 1e-4 ? "p < 0.0001" : "p = " + String.format(Locale.ROOT, "%.2g", p);
  }

  /// The name of a column or value from a file, quoted and made safe to show.
  public static String quoted(String name) {
    return "'" + Visible.of(name, NAME) + "'";
  }

  /// Several names, the first few of them quoted, with how many more there are.
  public static String list(List<String> names) {
    String shown = String.join(", ", names.stream().limit(LISTED).map(Words::quoted).toList());
    return names.size() <= LISTED
        ? shown
        : shown + " and " + count(names.size() - LISTED) + " more";
  }
}
