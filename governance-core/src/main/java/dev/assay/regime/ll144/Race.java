package dev.assay.regime.ll144;

import java.util.Locale;

/// The race/ethnicity categories of the EEO-1 report, component 1. All but the first are of people
/// who are not Hispanic or Latino.
public enum Race implements Labelled {
  /// Of any race.
  HISPANIC_OR_LATINO("Hispanic or Latino"),
  /// Not Hispanic or Latino.
  WHITE("White"),
  /// Not Hispanic or Latino.
  BLACK_OR_AFRICAN_AMERICAN("Black or African American"),
  /// Not Hispanic or Latino.
  NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER("Native Hawaiian or Pacific Islander"),
  /// Not Hispanic or Latino.
  ASIAN("Asian"),
  /// Not Hispanic or Latino.
  NATIVE_AMERICAN_OR_ALASKA_NATIVE("Native American or Alaska Native"),
  /// Not Hispanic or Latino.
  TWO_OR_MORE_RACES("Two or More Races");

  private final String label;

  Race(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// With what the rule adds in its table of race and ethnicity.
  public String fullLabel() {
    return this == HISPANIC_OR_LATINO ? label : label + " (Not Hispanic or Latino)";
  }
}
