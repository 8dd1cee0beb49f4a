package dev.assay.finding;

import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Names of things in the words of people, and names that somebody may have meant.
final class Names {

  private static final int SUGGESTIONS = 3;

  private Names() {}

  /// A metric's name inside a sentence: "selection rate".
  static String metric(String id) {
    return MetricCatalogue.find(id).map(MetricDefinition::name).map(Names::inSentence).orElse(id);
  }

  /// The first letter in upper case.
  static String asBeginning(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// The known names that are nearest to this one, nearest first: at most three, and none that has
  /// less than half of its letters in common.
  static List<String> near(String name, Collection<String> known) {
    String wanted = plain(name);
    return known.stream()
        .distinct()
        .map(k -> new Near(k, distance(wanted, plain(k))))
        .filter(n -> n.distance * 2 <= Math.max(wanted.length(), n.name.length()))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(SUGGESTIONS)
        .map(Near::name)
        .toList();
  }

  private static String inSentence(String name) {
    boolean abbreviation = name.length() > 1 && !Character.isLowerCase(name.charAt(1));
    boolean someone =
        name.startsWith("Cohen")
            || name.startsWith("Matthews")
            || name.startsWith("Brier")
            || name.startsWith("Pearson")
            || name.startsWith("Spearman")
            || name.startsWith("Spiegelhalter");
    return abbreviation || someone
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /// Levenshtein distance, two rows of the table at a time.
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      int[] swap = above;
      above = row;
      row = swap;
    }
    return above[b.length()];
  }

  private record Near(String name, int distance) {}
}
