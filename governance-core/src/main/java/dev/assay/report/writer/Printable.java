package dev.assay.report.writer;

import dev.assay.chart.ChartFonts;

/// Text as the embedded font can print it: characters that Inter has no glyph for stand as their
/// code, so that nothing vanishes.
final class Printable {

  private Printable() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return checked(text);
      }
    }
    return text;
  }

  private static String checked(String text) {
    StringBuilder printed = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == 0xA0 || ChartFonts.canShow(c)) {
                printed.appendCodePoint(c);
              } else if (c <= 0xFFFF) {
                printed.append(String.format("\\u%04X", c));
              } else {
                printed.append(String.format("\\u{%X}", c));
              }
            });
    return printed.toString();
  }
}
