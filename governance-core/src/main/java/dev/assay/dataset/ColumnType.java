package dev.assay.dataset;

/// What the values of a column are. Lower-case names are the words of `*.dataset.json`.
public enum ColumnType {
  /// Whole numbers within 64 bits.
  INTEGER,
  /// Floating-point numbers.
  NUMBER,
  /// One of a limited set of values.
  CATEGORY,
  /// Free text or identifiers.
  STRING,
  /// A calendar day.
  DATE,
  /// A point in time.
  DATETIME,
  /// A path relative to the dataset's folder.
  PATH
}
