package dev.assay.audit;

/// What the machine recommends.
public enum Advice {
  /// Nothing stands against use.
  FIT("fit", Fitness.FIT),
  /// May be used while what was promised holds.
  FIT_WITH_CONDITIONS("fit, with conditions", Fitness.FIT),
  /// Something has to be done first.
  NOT_FIT("not fit", Fitness.NOT_FIT),
  /// Too little is known.
  CANNOT_SAY("cannot say", Fitness.CANNOT_SAY);

  private final String word;
  private final Fitness fitness;

  Advice(String word, Fitness fitness) {
    this.word = word;
    this.fitness = fitness;
  }

  /// For people: "fit, with conditions".
  public String word() {
    return word;
  }

  /// The judgement that agrees with it.
  public Fitness fitness() {
    return fitness;
  }
}
