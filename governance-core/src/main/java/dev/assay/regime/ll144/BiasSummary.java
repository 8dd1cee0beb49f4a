package dev.assay.regime.ll144;

/// What is published of a bias audit (6 RCNY 5-303): what people state, and what was counted.
///
/// @param statement what people state
/// @param audit what was counted
/// @param origin what it was counted from
public record BiasSummary(Statement statement, BiasAudit audit, Origin origin) {

  /// What was counted from.
  ///
  /// @param name of the file, or "audit" and its id
  /// @param sha256 of the file, or of the audit's evaluation
  public record Origin(String name, String sha256) {}
}
