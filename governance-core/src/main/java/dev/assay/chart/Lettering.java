package dev.assay.chart;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How a language letters what a chart adds of its own: the numbers of axes and a word. Everything
/// else is said by the chart, in whatever language it was made.
///
/// @param locale whose decimal and grouping signs numbers have
/// @param rows what the axis of a number of rows says
public record Lettering(Locale locale, String rows) {

  /// As the window writes.
  public static final Lettering ENGLISH = new Lettering(Locale.ENGLISH, "rows");

  /// A number as this language writes it.
  ///
  /// @param english with decimal points, thousands separated by commas
  String number(String english) {
    DecimalFormatSymbols signs = symbols();
    StringBuilder written = new StringBuilder();
    for (char sign : english.toCharArray()) {
      written.append(
          switch (sign) {
            case '.' -> signs.getDecimalSeparator();
            case ',' -> signs.getGroupingSeparator();
            default -> sign;
          });
    }
    return written.toString();
  }

  DecimalFormatSymbols symbols() {
    return DecimalFormatSymbols.getInstance(locale);
  }
}
