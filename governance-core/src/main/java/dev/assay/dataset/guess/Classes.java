package dev.assay.dataset.guess;

import java.util.Comparator;
import java.util.List;

/// The order of classes that nobody has given: numbers by size, other texts by code point.
public final class Classes {

  private Classes() {}

  /// The classes in order.
  public static List<String> sorted(List<String> classes) {
    boolean numbers = classes.stream().allMatch(c -> c.matches("-?\\d{1,15}(\\.\\d{1,15})?"));
    return classes.stream()
        .sorted(
            numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder())
        .toList();
  }
}
