package dev.assay.audit;

/// What a person thinks of a model for its purpose.
public enum Fitness {
  /// May be used.
  FIT("fit"),
  /// May not be used as it is.
  NOT_FIT("not fit"),
  /// The evidence allows neither.
  CANNOT_SAY("cannot say");

  private final String word;

  Fitness(String word) {
    this.word = word;
  }

  /// For people: "not fit".
  public String word() {
    return word;
  }
}
