package dev.assay.check.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Words in a column that otherwise holds numbers.
final class Strangers {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d+)?");
  private static final double MOSTLY = 0.8;
  private static final int FEWEST_NUMBERS = 10;

  private Strangers() {}

  /// Codes of the entries that are no numbers, when most rows hold one of many numbers.
  static List<Integer> amongNumbers(List<String> dictionary, int[] counts) {
    List<Integer> strangers = new ArrayList<>();
    long numbers = 0;
    long rows = 0;
    int different = 0;
    for (int code = 0; code < counts.length; code++) {
      rows += counts[code];
      if (counts[code] > 0 && NUMBER.matcher(dictionary.get(code).strip()).matches()) {
        numbers += counts[code];
        different++;
      } else if (counts[code] > 0) {
        strangers.add(code);
      }
    }
    boolean mostly = numbers >= MOSTLY * rows && different >= FEWEST_NUMBERS;
    return mostly ? strangers : List.of();
  }
}
