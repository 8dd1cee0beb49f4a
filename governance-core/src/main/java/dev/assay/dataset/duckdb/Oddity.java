package dev.assay.dataset.duckdb;

import java.util.EnumSet;
import java.util.Set;

/// What can be odd about a text, without being wrong.
enum Oddity {
  /// A spreadsheet would run it as a formula.
  FORMULA,
  /// It holds HTML or XML tags.
  MARKUP,
  /// It holds control, direction-changing or zero-width characters.
  INVISIBLE,
  /// It begins or ends with a blank.
  BLANKS,
  /// It is too long to be shown whole.
  LONG;

  private static final int LONG_TEXT = 32_767;
  private static final String FORMULA_BEGINS = "=+-@\t\r";

  /// What is odd about this text.
  static Set<Oddity> of(String text) {
    Set<Oddity> found = EnumSet.noneOf(Oddity.class);
    if (text.isEmpty()) {
      return found;
    }
    if (text.length() > 1 && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 && isNoPlainNumber(text)) {
      found.add(FORMULA);
    }
    if (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1))) {
      found.add(BLANKS);
    }
    if (text.length() > LONG_TEXT) {
      found.add(LONG);
    }
    if (hasTag(text)) {
      found.add(MARKUP);
    }
    if (hasInvisible(text)) {
      found.add(INVISIBLE);
    }
    return found;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0';
  }

  private static boolean isNoPlainNumber(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != ',') {
        return true;
      }
    }
    return text.charAt(0) == '=' || text.charAt(0) == '@';
  }

  private static boolean hasTag(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      boolean opens = next == '/' || next == '!' || Character.isLetter(next);
      if (opens && text.indexOf('>', at) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasInvisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      boolean control = c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c < 0xA0;
      if (control || Character.getType(c) == Character.FORMAT) {
        return true;
      }
    }
    return false;
  }
}
