package dev.assay.compare;

/// What a difference amounts to.
public enum Outcome {
  /// The second run is worse beyond chance.
  WORSE("worse"),
  /// The second run is better beyond chance.
  BETTER("better"),
  /// They differ beyond chance, and the metric has no better direction.
  CHANGED("changed"),
  /// What is seen may be chance.
  NOISE("noise"),
  /// They cannot be compared; the reason says why.
  UNDEFINED("undefined");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /// For people.
  public String word() {
    return word;
  }

  /// The same seen from the other run.
  public Outcome mirrored() {
    return switch (this) {
      case WORSE -> BETTER;
      case BETTER -> WORSE;
      case CHANGED, NOISE, UNDEFINED -> this;
    };
  }
}
