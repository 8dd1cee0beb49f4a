package dev.assay.finding;

/// Three-valued everywhere.
public enum Verdict {
  /// The limit is kept.
  PASS,
  /// The limit is broken.
  FAIL,
  /// The evidence does not allow either answer.
  INSUFFICIENT_EVIDENCE
}
