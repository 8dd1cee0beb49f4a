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
  /// One logit a label, of which a row may have several; the sigmoid of each makes the probability
  /// of its label.
  LOGITS_OF_LABELS,
  /// One logit a tag for each token; softmax makes probabilities, and a word has those of its first
  /// token.
  LOGITS_OF_TOKENS,
  /// One logit; the sigmoid makes the probability of the positive class.
  LOGIT_OF_POSITIVE,
  /// A vector for each token or for the text; the answer for a pair is the cosine of its two.
  EMBEDDINGS,
  /// One logit for each token that may come next, behind every token of the text.
  NEXT_TOKEN_LOGITS,
  /// A number.
  PREDICTION,
  /// One number for each step ahead, or one for each step and quantile; measured by `assay
  /// forecast`.
  FORECASTS,
  /// Not used.
  IGNORED
}
