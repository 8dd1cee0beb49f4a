package dev.assay.dataset.rows;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// What the value of a column must be for its row to be shown.
public sealed interface RowCondition {

  /// There is no value.
  record Missing(boolean wanted) implements RowCondition {}

  /// The text contains this, in upper or lower case.
  record Contains(String part) implements RowCondition {}

  /// The text is exactly this, or is not.
  record Is(String text, boolean wanted) implements RowCondition {}

  /// The number lies within these bounds; values that are no numbers do not.
  ///
  /// @param from lower bound
  /// @param withFrom whether the bound itself lies within
  /// @param to upper bound
  /// @param withTo whether the bound itself lies within
  record Within(double from, boolean withFrom, double to, boolean withTo) implements RowCondition {

    boolean holds(double value) {
      return (withFrom ? value >= from : value > from) && (withTo ? value <= to : value < to);
    }
  }

  /// Reads a condition as people type it: `missing`, `not missing`, `= Black`, `!= Black`, `>= 30`,
  /// `< 65`, `30 .. 40`; anything else is text that must be contained. Empty without a text.
  ///
  /// @throws dev.assay.common.InputRejected when a comparison lacks its number
  static Optional<RowCondition> parse(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("missing") || lower.equals("not missing")) {
      return Optional.of(new Missing(lower.equals("missing")));
    }
    Matcher range = Typed.RANGE.matcher(text);
    if (range.matches()) {
      return Optional.of(
          new Within(
              Double.parseDouble(range.group(1)), true, Double.parseDouble(range.group(2)), true));
    }
    Matcher compared = Typed.COMPARED.matcher(text);
    return Optional.of(
        compared.matches()
            ? Typed.compared(compared.group(1), compared.group(2).strip())
            : new Contains(lower));
  }

  /// Whether a text, or its absence, fulfils it.
  default boolean fits(@Nullable String value) {
    return switch (this) {
      case Missing missing -> missing.wanted() == (value == null);
      case Contains contains ->
          value != null && value.toLowerCase(Locale.ROOT).contains(contains.part());
      case Is is -> value != null && is.wanted() == value.equals(is.text());
      case Within within -> value != null && within.holds(Typed.number(value));
    };
  }

  /// Whether a number fulfils it.
  ///
  /// @param value NaN = missing
  /// @param text the number as it stood in the file
  default boolean fits(double value, Supplier<@Nullable String> text) {
    return switch (this) {
      case Within within -> within.holds(value);
      case Missing missing -> missing.wanted() == Double.isNaN(value);
      case Is is ->
          !Double.isNaN(value)
              && is.wanted() == (Typed.number(is.text()) == value || is.text().equals(text.get()));
      case Contains ignored -> fits(text.get());
    };
  }
}
