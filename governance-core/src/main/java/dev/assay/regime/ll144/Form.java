package dev.assay.regime.ll144;

import java.util.Locale;

/// What the tool does with people, which decides what is counted.
public enum Form {
  /// It selects: who moved forward (5-301(b)).
  SELECTION("Selection rate", "# Selected"),
  /// It assigns to groups, and every group gets its own tables (5-301(b)(4)).
  CLASSIFICATION("Selection rate", "# Assigned"),
  /// It scores: who scored above the median of the full sample (5-301(c)).
  SCORING("Scoring rate", "# Above median");

  private final String rate;
  private final String counted;

  Form(String rate, String counted) {
    this.rate = rate;
    this.counted = counted;
  }

  /// What the share is called.
  public String rate() {
    return rate;
  }

  /// Heading of the number of people who fared well.
  public String counted() {
    return counted;
  }

  /// As files name it.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
