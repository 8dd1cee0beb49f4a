package dev.assay.check.quality;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// A category that is probably another one, spelt differently.
///
/// @param rareCode code of the rarer spelling
/// @param rare the rarer spelling
/// @param rareRows its rows
/// @param usual the more frequent spelling
/// @param usualRows its rows
/// @param why what differs, in words
record Variant(int rareCode, String rare, long rareRows, String usual, long usualRows, String why) {

  /// Shorter categories differ by one letter too easily.
  private static final int LONG_ENOUGH = 6;

  /// A slip of the pen is at most so frequent, against the right spelling.
  private static final double RARE = 0.05;

  /// Variants among these categories.
  static List<Variant> in(List<String> dictionary, int[] counts) {
    int[] order =
        IntStream.range(0, counts.length)
            .filter(c -> counts[c] > 0)
            .boxed()
            .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Variant> found = new ArrayList<>();
    Map<String, Integer> plain = new HashMap<>();
    List<Integer> kept = new ArrayList<>();
    for (int code : order) {
      String own = dictionary.get(code);
      String key = plain(own);
      Integer same = key.isEmpty() ? null : plain.putIfAbsent(key, code);
      if (same != null) {
        found.add(variant(code, same, dictionary, counts, difference(own, dictionary.get(same))));
        continue;
      }
      kept.stream()
          .filter(usual -> counts[code] <= RARE * counts[usual])
          .filter(usual -> oneSlip(key, plain(dictionary.get(usual))))
          .findFirst()
          .ifPresent(
              usual ->
                  found.add(variant(code, usual, dictionary, counts, "they differ by one letter")));
      kept.add(code);
    }
    return found;
  }

  private static Variant variant(
      int rare, int usual, List<String> dictionary, int[] counts, String why) {
    return new Variant(
        rare, dictionary.get(rare), counts[rare], dictionary.get(usual), counts[usual], why);
  }

  /// The text without case, accents, spaces and punctuation; signs that carry meaning stay.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{M}\\s\\p{Z}\\p{Cf}_'’.,;:/-]+", "");
  }

  private static String difference(String a, String b) {
    if (a.strip().equals(b.strip())) {
      return "only spaces at the ends differ";
    }
    return a.strip().equalsIgnoreCase(b.strip())
        ? "only upper and lower case differ"
        : "only case, spaces, accents or punctuation differ";
  }

  /// Whether one letter was inserted, left out, changed or swapped with its neighbour. Digits make
  /// other categories, not slips.
  private static boolean oneSlip(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    if (shorter < LONG_ENOUGH || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int start = 0;
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    String x = a.substring(start, a.length() - end);
    String y = b.substring(start, b.length() - end);
    if ((x + y).chars().anyMatch(Character::isDigit)) {
      return false;
    }
    boolean swapped =
        x.length() == 2
            && y.length() == 2
            && x.charAt(0) == y.charAt(1)
            && x.charAt(1) == y.charAt(0);
    return swapped || Math.max(x.length(), y.length()) == 1;
  }
}
