package dev.assay.model;

import dev.assay.common.InputRejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings the classes a model speaks of together with those of the dataset's label: the same name,
/// the same but for case and spaces, the same number written otherwise, or, where the model only
/// counts, the class of that index.
///
/// @param dataset classes of the label in the order of the class index; empty when there is no
///   label
record ClassNames(List<String> dataset) {

  /// The dataset's name of each of the model's classes, in the model's order. A class that the
  /// dataset does not have keeps its own name as long as another is found.
  ///
  /// @param raw what the model says
  /// @param said names given in the description for what the model says
  /// @throws InputRejected when none of them is a class of the dataset
  List<String> of(List<String> raw, Map<String, String> said, String output) {
    List<String> named = raw.stream().map(r -> said.getOrDefault(r, r)).toList();
    if (dataset.isEmpty() || raw.isEmpty()) {
      return named;
    }
    List<Optional<String>> found = named.stream().map(this::match).toList();
    if (found.stream().anyMatch(Optional::isPresent)) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < named.size(); i++) {
        names.add(found.get(i).orElse(named.get(i)));
      }
      if (names.stream().distinct().count() < names.size()) {
        throw rejected(named, output, "two of them are the same class");
      }
      return List.copyOf(names);
    }
    List<Double> numbers = named.stream().map(ClassNames::number).filter(n -> n != null).toList();
    if (numbers.size() == named.size() && named.size() == dataset.size()) {
      List<Double> sorted = numbers.stream().sorted(Comparator.naturalOrder()).toList();
      return numbers.stream().map(n -> dataset.get(sorted.indexOf(n))).toList();
    }
    throw rejected(named, output, "none of them is a class of the dataset");
  }

  private InputRejected rejected(List<String> named, String output, String why) {
    return new InputRejected(
        "MODEL-CLASSES",
        "Output "
            + Nodes.quoted(output)
            + " speaks of the classes "
            + SignatureWords.names(named)
            + ", the dataset's label of "
            + SignatureWords.names(dataset)
            + ": "
            + why
            + ".",
        "Say in a model description which is which (\"class_values\").");
  }

  private Optional<String> match(String name) {
    if (dataset.contains(name)) {
      return Optional.of(name);
    }
    List<String> close =
        dataset.stream().filter(d -> d.strip().equalsIgnoreCase(name.strip())).toList();
    if (close.size() == 1) {
      return Optional.of(close.getFirst());
    }
    Double number = number(name);
    List<String> equal =
        number == null
            ? List.of()
            : dataset.stream().filter(d -> number.equals(number(d))).toList();
    return equal.size() == 1 ? Optional.of(equal.getFirst()) : Optional.empty();
  }

  private static @Nullable Double number(String text) {
    if (text.equalsIgnoreCase("false")) {
      return 0.0;
    }
    if (text.equalsIgnoreCase("true")) {
      return 1.0;
    }
    try {
      return Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
