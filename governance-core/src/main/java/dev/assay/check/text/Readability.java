package dev.assay.check.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// Flesch's reading ease of English texts (Flesch 1948): 206.835 − 1.015 · words a sentence − 84.6
/// · syllables a word; syllables are counted as runs of vowels, a silent e at the end left out.
public final class Readability {

  private static final int FEWEST_WORDS = 10;
  private static final double EASY = 60;
  private static final double HARD = 30;
  private static final Pattern WORDS = Pattern.compile("[\\p{L}'’]+");
  private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?]+(?:\\s|$)");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  private Readability() {}

  /// "easy", "plain" or "hard"; why it is none of them where it cannot be said.
  public static String band(String text) {
    long words = WORDS.matcher(text).results().count();
    if (words < FEWEST_WORDS) {
      return "under " + FEWEST_WORDS + " words";
    }
    if (!LanguageGuess.of(text).equals(LanguageGuess.ENGLISH)) {
      return "not known to be English";
    }
    double ease = ease(text);
    return ease >= EASY ? "easy, 60 or more" : ease >= HARD ? "plain, 30 to 60" : "hard, under 30";
  }

  /// The reading ease; of no meaning for a text without words.
  static double ease(String text) {
    long words = WORDS.matcher(text).results().count();
    long sentences = Math.max(1, SENTENCE_ENDS.matcher(text.strip()).results().count());
    long syllables = WORDS.matcher(text).results().mapToLong(word -> syllables(word.group())).sum();
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
  }

  static long syllables(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String spoken =
        lower.endsWith("e") && !lower.endsWith("le")
            ? lower.substring(0, lower.length() - 1)
            : lower;
    return Math.max(1, VOWELS.matcher(spoken).results().count());
  }
}
