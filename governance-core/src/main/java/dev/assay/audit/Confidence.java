package dev.assay.audit;

/// How sure a person is of a judgement, in words: a percentage would claim more than anybody knows.
public enum Confidence {
  /// Would be surprised to be wrong.
  SURE("sure"),
  /// More likely right than not.
  RATHER_SURE("rather sure"),
  /// Could go either way.
  UNSURE("unsure");

  private final String word;

  Confidence(String word) {
    this.word = word;
  }

  /// For people: "rather sure".
  public String word() {
    return word;
  }
}
