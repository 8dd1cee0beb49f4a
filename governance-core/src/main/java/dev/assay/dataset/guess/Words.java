package dev.assay.dataset.guess;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a column name: `maritalStatus`, `marital-status` and `MARITAL_STATUS` are the same.
///
/// @param all in order, lower case
record Words(List<String> all) {

  static Words of(String name) {
    String spaced =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return new Words(spaced.isEmpty() ? List.of() : List.of(spaced.split(" ")));
  }

  /// The words joined by underscores.
  String joined() {
    return String.join("_", all);
  }

  /// Whether the whole name is one of these.
  boolean are(Set<String> names) {
    return names.contains(joined());
  }

  /// Whether one of its words is one of these.
  boolean haveAny(Set<String> words) {
    return all.stream().anyMatch(words::contains);
  }

  /// Whether these words, joined by an underscore, stand in it one after the other.
  boolean contain(String words) {
    return ("_" + joined() + "_").contains("_" + words + "_");
  }

  String last() {
    return all.isEmpty() ? "" : all.getLast();
  }
}
