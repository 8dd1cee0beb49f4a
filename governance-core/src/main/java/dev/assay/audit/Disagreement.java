package dev.assay.audit;

/// Why a person's judgement stands against the recommendation.
///
/// @param reason as a code, so that overrides can be counted
/// @param text in the person's own words
public record Disagreement(Reason reason, String text) {

  /// Kinds of reasons.
  public enum Reason {
    /// Something is known that the audit does not hold.
    EVIDENCE_OUTSIDE("evidence outside this audit"),
    /// The policy asks for too much or too little here.
    POLICY_DOES_NOT_FIT("the policy does not fit this use"),
    /// Same facts, another weight.
    WEIGHED_OTHERWISE("the same evidence weighed otherwise"),
    /// Data or measurement are not trusted.
    FACTS_IN_DOUBT("the facts themselves are in doubt");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// For people.
    public String words() {
      return words;
    }
  }
}
