package dev.assay.finding;

/// What numbers are held against.
///
/// @param limit where they may lie
/// @param decideBy by the number or by its interval
/// @param minimumRows fewer rows than this are no evidence
/// @param belowMinimum what becomes of slices with fewer rows
/// @param correction for judging many slices by one rule
public record Bar(
    Limit limit,
    DecideBy decideBy,
    long minimumRows,
    BelowMinimum belowMinimum,
    Correction correction) {

  /// What decides.
  public enum DecideBy {
    /// The number itself.
    POINT,
    /// Its confidence interval: wholly within the limit passes, wholly beyond fails, across it is
    /// insufficient evidence.
    INTERVAL
  }

  /// What becomes of a slice with too few rows.
  public enum BelowMinimum {
    /// Insufficient evidence, one finding each.
    INSUFFICIENT,
    /// Counted and named in one finding for information.
    SET_ASIDE
  }

  /// Correction for many comparisons.
  public enum Correction {
    /// None; the number of comparisons is said.
    NONE,
    /// Holm 1979: a slice fails only if it would after correction over all slices of the rule.
    HOLM
  }
}
