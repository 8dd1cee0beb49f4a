package dev.assay.predictions;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the class that a text names. A column of numbers writes 1 as "1.0", a model's map key as
/// "1": both are the class 1. In this order:
///
/// 1. the text itself;
/// 2. the text without white space around it, numbers by their value ("1.0", "1" and "+1.00" are
///    equal; "01" is no number but a code);
/// 3. where the classes are 0 and 1, `false` and `true`, and the other way round, in any case.
///
/// A form that would name two classes names none.
final class ClassMatcher {

  /// No class has this name.
  static final int UNKNOWN = -2;

  private static final int LONGEST_NUMBER = 40;
  private static final Set<String> BITS = Set.of("0", "1");
  private static final Set<String> TRUTHS = Set.of("false", "true");

  private final List<String> classes;
  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> canonical = new HashMap<>();

  ClassMatcher(List<String> classes) {
    this.classes = List.copyOf(classes);
    for (int c = 0; c < classes.size(); c++) {
      exact.put(classes.get(c), c);
      addForm(canonical(classes.get(c)), c);
    }
    addTruthForms();
  }

  private void addForm(String form, int c) {
    Integer other = canonical.putIfAbsent(form, c);
    if (other != null && other != c) {
      canonical.put(form, UNKNOWN);
    }
  }

  private void addTruthForms() {
    Set<String> forms = Set.copyOf(canonical.keySet());
    if (forms.equals(BITS)) {
      canonical.put("false", canonical.get("0"));
      canonical.put("true", canonical.get("1"));
    } else if (forms.equals(TRUTHS)) {
      canonical.put("0", canonical.get("false"));
      canonical.put("1", canonical.get("true"));
    }
  }

  /// The class names.
  List<String> classes() {
    return classes;
  }

  /// Index of the class that the text names, or [#UNKNOWN].
  int index(String text) {
    Integer same = exact.get(text);
    return same != null ? same : canonical.getOrDefault(canonical(text), UNKNOWN);
  }

  /// Whether the text names a class.
  boolean knows(@Nullable String text) {
    return text != null && index(text) != UNKNOWN;
  }

  private static String canonical(String text) {
    String stripped = text.strip();
    String lower = stripped.toLowerCase(Locale.ROOT);
    if (TRUTHS.contains(lower)) {
      return lower;
    }
    return isNumber(stripped) ? number(stripped) : stripped;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NUMBER
        && text.matches("[+-]?(0|[1-9]\\d*)(\\.\\d*)?([eE][+-]?\\d{1,6})?");
  }

  private static String number(String text) {
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    return value.signum() == 0
        ? "0"
        : value.scale() <= 0 && value.scale() > -LONGEST_NUMBER
            ? value.toPlainString()
            : value.toString();
  }
}
