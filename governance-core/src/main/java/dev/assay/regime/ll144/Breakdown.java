package dev.assay.regime.ll144;

import java.util.Locale;

/// The three tables of a bias audit (6 RCNY 5-301(b)(3) and (c)(4)).
public enum Breakdown {
  /// By sex.
  SEX("Sex categories"),
  /// By race and ethnicity.
  RACE_ETHNICITY("Race/ethnicity categories"),
  /// By sex, ethnicity and race at once.
  INTERSECTIONAL("Intersectional categories");

  private final String title;

  Breakdown(String title) {
    this.title = title;
  }

  /// For people.
  public String title() {
    return title;
  }

  /// As files name it.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
