package dev.assay.finding;

/// How much a broken rule matters.
public enum Severity {
  /// Must be fixed before use.
  CRITICAL,
  /// Should be fixed before use.
  MAJOR,
  /// Worth fixing.
  MINOR,
  /// For information; never fails a gate.
  INFO
}
