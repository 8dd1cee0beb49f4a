package dev.assay.regime.ll144;

import java.util.Locale;

/// The sex categories of the EEO-1 report, component 1.
public enum Sex implements Labelled {
  /// Male.
  MALE("Male"),
  /// Female.
  FEMALE("Female");

  private final String label;

  Sex(String label) {
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
}
