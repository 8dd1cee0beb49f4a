package dev.assay.modelcard;

import dev.assay.common.Visible;

/// Text from anywhere as plain text in Markdown: nothing in it becomes markup, a link, or a new
/// line. Made for GitHub's dialect, which Hugging Face reads too.
public final class MarkdownText {

  private static final String MARKUP = "\\`*_{}[]()#+-!|~^$=:@";

  private MarkdownText() {}

  /// The text, escaped for a line of its own or a table cell.
  public static String of(String text) {
    String visible = Visible.of(text);
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      append(escaped, visible, i);
    }
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '&' -> escaped.append("&amp;");
      case '.' -> escaped.append(startsALink(text, at) || listNumber(text, at) ? "\\." : ".");
      default -> {
        if (MARKUP.indexOf(c) >= 0 && mustEscape(text, at)) {
          escaped.append('\\');
        }
        escaped.append(c);
      }
    }
  }

  /// Hyphens, colons and the like inside words and numbers are plain; everything else is escaped.
  private static boolean mustEscape(String text, int at) {
    char c = text.charAt(at);
    boolean between = at > 0 && at + 1 < text.length();
    return switch (c) {
      case '-', '+', '=', '#' -> at == 0 || (c == '#' && !between);
      case ':' ->
          text.startsWith("://", at) || (at > 0 && text.startsWith(":", at) && isScheme(text, at));
      case '(' -> at > 0 && text.charAt(at - 1) == ']';
      case ')' -> listNumber(text, at);
      default -> true;
    };
  }

  private static boolean isScheme(String text, int colon) {
    String before =
        text.substring(Math.max(0, colon - 10), colon).toLowerCase(java.util.Locale.ROOT);
    return before.endsWith("javascript")
        || before.endsWith("mailto")
        || before.endsWith("xmpp")
        || before.endsWith("data");
  }

  private static boolean startsALink(String text, int dot) {
    return dot >= 3 && text.regionMatches(true, dot - 3, "www", 0, 3);
  }

  /// "1. " or "1) " at the start of a line begins a list.
  private static boolean listNumber(String text, int dot) {
    boolean blankAfter = dot + 1 == text.length() || text.charAt(dot + 1) == ' ';
    return dot > 0 && blankAfter && text.substring(0, dot).chars().allMatch(Character::isDigit);
  }
}
