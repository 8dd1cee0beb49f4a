package dev.assay.model;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formulas out of a sentence in a description: "…; hour_sin/hour_cos = sin/cos(2*pi*hour/24),
/// temp/41". Only these forms are read; a place that no form names is a plain column.
final class WindowProse {

  private static final String NAME = "([A-Za-z_][A-Za-z0-9_]*)";
  private static final Pattern TWO =
      Pattern.compile(NAME + "/" + NAME + "\\s*=\\s*([a-z]+)/([a-z]+)\\((.+)\\)");
  private static final Pattern ONE = Pattern.compile(NAME + "\\s*=\\s*(.+)");
  private static final Pattern SCALED = Pattern.compile(NAME + "\\s*([*/])\\s*([0-9.eE+-]+)");

  private WindowProse() {}

  /// Formulas by the name of their place.
  static Map<String, String> formulas(String how) {
    Map<String, String> formulas = new HashMap<>();
    for (String clause : how.substring(how.lastIndexOf(';') + 1).split(",(?![^(]*\\))")) {
      String words = clause.strip();
      Matcher two = TWO.matcher(words);
      Matcher one = ONE.matcher(words);
      Matcher scaled = SCALED.matcher(words);
      if (two.matches()) {
        formulas.put(two.group(1), two.group(3) + "(" + two.group(5) + ")");
        formulas.put(two.group(2), two.group(4) + "(" + two.group(5) + ")");
      } else if (scaled.matches()) {
        formulas.put(scaled.group(1), words);
      } else if (one.matches()) {
        formulas.put(one.group(1), one.group(2));
      }
    }
    return formulas;
  }
}
