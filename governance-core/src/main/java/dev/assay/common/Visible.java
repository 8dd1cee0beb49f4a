package dev.assay.common;

/// Text from untrusted files, made safe to show: control characters, bidirectional overrides and
/// zero-width characters appear as their escapes, so that what is read is what is stored.
public final class Visible {

  private Visible() {}

  /// The text with every invisible or direction-changing character written as `\\u202E` or the
  /// like.
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  /// The same, cut after `limit` characters with an ellipsis and the full length.
  public static String of(String text, int limit) {
    if (text.length() <= limit) {
      return of(text);
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return of(text.substring(0, end)) + "… (" + text.length() + " characters)";
  }

  private static void append(StringBuilder shown, int c) {
    int type = Character.getType(c);
    boolean hidden =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || (type == Character.UNASSIGNED)
            || (type == Character.SPACE_SEPARATOR && c != ' ' && c != 0xA0);
    if (!hidden) {
      shown.appendCodePoint(c);
    } else if (c <= 0xFFFF) {
      shown.append(String.format("\\u%04X", c));
    } else {
      shown.append(String.format("\\u{%X}", c));
    }
  }
}
