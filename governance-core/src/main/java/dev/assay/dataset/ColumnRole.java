package dev.assay.dataset;

/// What a column is for. Lower-case names are the words of `*.dataset.json`.
public enum ColumnRole {
  /// Read by the model.
  FEATURE,
  /// The truth.
  LABEL,
  /// Groups of people to compare.
  SENSITIVE,
  /// How many rows this row stands for.
  WEIGHT,
  /// Names the row.
  ID,
  /// When the row happened.
  TIMESTAMP,
  /// Free text a model reads.
  TEXT,
  /// Path of an image a model reads.
  IMAGE,
  /// A stored score for the positive class.
  SCORE,
  /// A stored decision.
  PREDICTION,
  /// Ignored.
  UNUSED
}
