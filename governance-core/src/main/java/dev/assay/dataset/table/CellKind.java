package dev.assay.dataset.table;

/// What a cell could be, from its characters alone. Blanks around it do not count.
public enum CellKind {
  /// Nothing, or the text that stands for a missing value.
  MISSING,
  /// Blanks only.
  BLANK,
  /// A whole number within 64 bits, without needless zeros.
  INTEGER,
  /// Digits beyond 64 bits.
  LONG_INTEGER,
  /// Digits with leading zeros, as codes have: `00501`.
  ZERO_LED,
  /// A number whose fraction is nothing but zeros: `25.0`.
  WHOLE_DECIMAL,
  /// A number with a point, an exponent or a plus sign.
  DECIMAL,
  /// A number with a decimal comma: `0,25`.
  COMMA_DECIMAL,
  /// A number with a comma before exactly three digits: `1,234`, decimals or thousands.
  COMMA_THOUSANDS,
  /// `NaN`.
  NOT_A_NUMBER,
  /// `Infinity`, `-inf`.
  INFINITE,
  /// A calendar day that exists: `2024-02-29`.
  DATE,
  /// A point in time that exists: `2024-02-29 23:59:59`, `2024-02-29T23:59:59.5+01:00`.
  DATETIME,
  /// Anything else.
  TEXT
}
