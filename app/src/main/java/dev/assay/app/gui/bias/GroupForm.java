package dev.assay.app.gui.bias;

import dev.assay.common.Visible;
import dev.assay.regime.ll144.Labelled;
import dev.assay.regime.ll144.Race;
import dev.assay.regime.ll144.Sex;
import dev.assay.regime.ll144.Statement.Grouping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// Which column holds the sex or the race of people, and what each of its words means.
///
/// @param <C> sexes or races
final class GroupForm<C extends Enum<C> & Labelled> {

  private static final int LONGEST = 60;

  private final String name;
  private final C[] categories;
  private final List<String> columnHints;
  private final List<List<String>> hints;
  private final StringProperty column = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<String>> words = new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableMap<String, Meaning<C>> meanings = FXCollections.observableHashMap();

  private GroupForm(
      String name, C[] categories, List<String> columnHints, List<List<String>> hints) {
    this.name = name;
    this.categories = categories.clone();
    this.columnHints = columnHints;
    this.hints = hints;
  }

  static GroupForm<Sex> ofSex() {
    return new GroupForm<>(
        "sex",
        Sex.values(),
        List.of("sex", "gender"),
        List.of(List.of("m", "man", "men"), List.of("f", "w", "woman", "women")));
  }

  static GroupForm<Race> ofRace() {
    return new GroupForm<>(
        "race/ethnicity",
        Race.values(),
        List.of("race", "ethnic"),
        List.of(
            List.of("hispanic", "latin"),
            List.of("white"),
            List.of("black", "african"),
            List.of("hawaii", "pacific", "pac"),
            List.of("asian"),
            List.of("alaska", "native american", "amer-indian", "american indian"),
            List.of("two or more", "multiracial", "mixed")));
  }

  /// "sex", "race/ethnicity".
  String name() {
    return name;
  }

  C[] categories() {
    return categories.clone();
  }

  /// The column; empty = not chosen.
  StringProperty column() {
    return column;
  }

  /// The words of the column.
  ReadOnlyObjectProperty<List<String>> words() {
    return words.getReadOnlyProperty();
  }

  /// What each word means; one without an entry has no meaning yet.
  ObservableMap<String, Meaning<C>> meanings() {
    return meanings;
  }

  /// The column whose name says that it is this one; empty where none does.
  String guess(List<String> columns) {
    return columns.stream()
        .filter(c -> columnHints.stream().anyMatch(c.toLowerCase(java.util.Locale.ROOT)::contains))
        .findFirst()
        .orElse("");
  }

  /// The words of the chosen column are known; what plainly says its category is filled in.
  void show(List<String> found) {
    meanings.clear();
    for (String word : found) {
      Meaning<C> plain = Meaning.guess(word, categories, hints);
      if (plain != null) {
        meanings.put(word, plain);
      }
    }
    words.set(List.copyOf(found));
  }

  /// Says what a word means.
  ///
  /// @param meaning null = nothing yet
  void say(String word, @Nullable Meaning<C> meaning) {
    if (meaning == null) {
      meanings.remove(word);
    } else {
      meanings.put(word, meaning);
    }
  }

  /// What is missing; empty when nothing is.
  String hindrance() {
    if (column.get().isEmpty()) {
      return "Choose the column that holds the " + name + " of people.";
    }
    if (words.get().isEmpty()) {
      return "The words of the column of " + name + " are not read yet.";
    }
    return words.get().stream()
        .filter(word -> !meanings.containsKey(word))
        .findFirst()
        .map(word -> "Say which " + name + " '" + Visible.of(word, LONGEST) + "' means.")
        .orElse("");
  }

  Grouping<C> grouping() {
    Map<String, C> values = new HashMap<>();
    Set<String> unknown = new HashSet<>();
    meanings.forEach(
        (word, meaning) -> {
          switch (meaning) {
            case Meaning.In<C> in -> values.put(word, in.category());
            case Meaning.Unknown<C> ignored -> unknown.add(word);
          }
        });
    return new Grouping<>(column.get(), Map.copyOf(values), Set.copyOf(unknown));
  }
}
