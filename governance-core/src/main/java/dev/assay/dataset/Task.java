package dev.assay.dataset;

/// What is predicted.
public enum Task {
  /// One of two classes.
  BINARY_CLASSIFICATION,
  /// One of three or more classes.
  MULTICLASS_CLASSIFICATION,
  /// Any number of several labels.
  MULTI_LABEL_CLASSIFICATION,
  /// A tag for each word of a text: names of people, places, amounts.
  TOKEN_CLASSIFICATION,
  /// A number.
  REGRESSION,
  /// How a text goes on.
  TEXT_GENERATION,
  /// Words that are hidden from a text.
  MASKED_PROBE,
  /// Numbers several steps ahead.
  FORECASTING
}
