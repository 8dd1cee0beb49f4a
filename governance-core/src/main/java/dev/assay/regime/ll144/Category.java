package dev.assay.regime.ll144;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A category of one of the three tables.
///
/// @param sex absent in the table of race and ethnicity
/// @param race absent in the table of sexes
public record Category(@Nullable Sex sex, @Nullable Race race) {

  /// @throws IllegalArgumentException when it is of neither
  public Category {
    if (sex == null && race == null) {
      throw new IllegalArgumentException("a category is of a sex, a race, or both");
    }
  }

  /// Which table it belongs to.
  public Breakdown breakdown() {
    if (sex != null && race != null) {
      return Breakdown.INTERSECTIONAL;
    }
    return race == null ? Breakdown.SEX : Breakdown.RACE_ETHNICITY;
  }

  /// For people: "Female", "Asian (Not Hispanic or Latino)", "Female, Asian (Not Hispanic or
  /// Latino)".
  public String label() {
    List<String> parts = new ArrayList<>();
    if (sex != null) {
      parts.add(sex.label());
    }
    if (race != null) {
      parts.add(race.fullLabel());
    }
    return String.join(", ", parts);
  }

  /// All of a table, in the order of the rule's own examples.
  public static List<Category> of(Breakdown breakdown) {
    return switch (breakdown) {
      case SEX -> Arrays.stream(Sex.values()).map(s -> new Category(s, null)).toList();
      case RACE_ETHNICITY -> Arrays.stream(Race.values()).map(r -> new Category(null, r)).toList();
      case INTERSECTIONAL -> crossed();
    };
  }

  private static List<Category> crossed() {
    List<Category> all = new ArrayList<>();
    for (Sex sex : Sex.values()) {
      all.add(new Category(sex, Race.HISPANIC_OR_LATINO));
    }
    for (Sex sex : Sex.values()) {
      Arrays.stream(Race.values())
          .filter(race -> race != Race.HISPANIC_OR_LATINO)
          .forEach(race -> all.add(new Category(sex, race)));
    }
    return List.copyOf(all);
  }

  /// Whether people of a narrower category belong to it.
  boolean holds(Category narrower) {
    return (sex == null || sex == narrower.sex) && (race == null || race == narrower.race);
  }
}
