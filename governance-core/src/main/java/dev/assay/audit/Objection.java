package dev.assay.audit;

/// Why something cannot be recorded.
///
/// @param about what has to change
/// @param sentence what is wrong, and what would be right
public record Objection(About about, String sentence) {

  /// What has to change; a form shows the sentence there.
  public enum About {
    /// Something has to happen before.
    ORDER,
    /// A choice that has not been made.
    CHOICE,
    /// The rationale.
    RATIONALE,
    /// Who answers for it.
    OWNER,
    /// The day.
    DATE,
    /// The measure.
    MITIGATION,
    /// Why the judgement stands against the recommendation.
    DISAGREEMENT
  }
}
