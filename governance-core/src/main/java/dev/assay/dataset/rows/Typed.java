package dev.assay.dataset.rows;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.util.regex.Pattern;

/// Conditions as people type them.
final class Typed {

  private static final String NUMBER = "([-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)";
  static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*(?:\\.\\.|…)\\s*" + NUMBER);
  static final Pattern COMPARED = Pattern.compile("(<=|>=|!=|<|>|=|≤|≥|≠)(.*)", Pattern.DOTALL);

  private Typed() {}

  static RowCondition compared(String sign, String text) {
    return switch (sign) {
      case "=" -> new RowCondition.Is(text, true);
      case "!=", "≠" -> new RowCondition.Is(text, false);
      case "<" -> new RowCondition.Within(Double.NEGATIVE_INFINITY, true, needed(text), false);
      case "<=", "≤" -> new RowCondition.Within(Double.NEGATIVE_INFINITY, true, needed(text), true);
      case ">" -> new RowCondition.Within(needed(text), false, Double.POSITIVE_INFINITY, true);
      case ">=", "≥" -> new RowCondition.Within(needed(text), true, Double.POSITIVE_INFINITY, true);
      default -> throw new IllegalArgumentException(sign);
    };
  }

  private static double needed(String text) {
    double number = number(text);
    if (Double.isNaN(number)) {
      throw new InputRejected(
          "ROWS-CONDITION",
          "'" + Visible.of(text, 60) + "' is no number to compare with.",
          "Write for instance >= 30, < 65, 30 .. 40, = Black, missing, or a part of the text.");
    }
    return number;
  }

  /// NaN where it is none.
  static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }
}
