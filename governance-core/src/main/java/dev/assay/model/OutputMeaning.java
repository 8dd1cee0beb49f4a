package dev.assay.model;

/// What a model's output says. Lower-case names are the words of `*.model.json`.
public enum OutputMeaning {
  /// The chosen class.
  LABEL,
  /// One probability a class.
  PROBABILITIES,
  /// One column: probability of the positive class.
  PROBABILITY_OF_POSITIVE,
  /// One logit a class; softmax makes probabilities.
  LOGITS,
  /// One logit; the sigmoid makes the probability of the positive class.
  LOGIT_OF_POSITIVE,
  /// A number.
  PREDICTION,
  /// Not used.
  IGNORED
}
