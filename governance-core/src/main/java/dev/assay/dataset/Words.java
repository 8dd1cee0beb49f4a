package dev.assay.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The words that a column's name is made of: `Marital-Status` and `maritalStatus` are "marital
/// status".
final class Words {

  private Words() {}

  static List<String> of(String name) {
    String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Arrays.stream(spaced.split("[^a-z0-9]+")).filter(w -> !w.isEmpty()).toList();
  }

  /// Whether the name is made of exactly these words, or begins or ends with them.
  static boolean has(String name, String... phrases) {
    String words = " " + String.join(" ", of(name)) + " ";
    return Arrays.stream(phrases).anyMatch(phrase -> words.contains(" " + phrase + " "));
  }

  /// Whether the name is exactly one of these.
  static boolean is(String name, String... phrases) {
    String words = String.join(" ", of(name));
    return Arrays.asList(phrases).contains(words);
  }
}
