package dev.assay.evaluation;

import dev.assay.common.Visible;
import dev.assay.slice.SliceKey;
import java.util.Locale;

/// What a comparison says, in words.
final class Directions {

  private static final int LONGEST = 120;

  private Directions() {}

  /// @param higher positive when the first group has the larger number, negative when the smaller
  static String of(SliceKey first, SliceKey second, String noun, double higher) {
    return of(first, shown(second), noun, higher);
  }

  /// @param second what the group is compared with, in words
  static String of(SliceKey first, String second, String noun, double higher) {
    if (higher == 0) {
      return String.format(Locale.ROOT, "%s and %s have the same %s", shown(first), second, noun);
    }
    return String.format(
        Locale.ROOT,
        "%s has a %s %s than %s",
        shown(first),
        higher > 0 ? "higher" : "lower",
        noun,
        second);
  }

  static String shown(SliceKey key) {
    return Visible.of(key.describe(), LONGEST);
  }
}
