package dev.assay.regime;

import dev.assay.common.Digest;
import java.util.List;

/// What a rule or standard asks, as data that somebody wrote down on a day. It holds questions and
/// evidence, never a verdict.
///
/// @param id short name: "nyc-local-law-144"
/// @param version of the pack
/// @param title for people
/// @param asOf the day whose state of the rule it describes: "2026-11-25"
/// @param source where the rule stands
/// @param notes what a reader must know about the pack; may be empty
/// @param clauses what is asked, in the order of the rule
/// @param digest of the text it was read from
/// @param text as it was read
public record Regime(
    String id,
    String version,
    String title,
    String asOf,
    String source,
    String notes,
    List<Clause> clauses,
    Digest digest,
    String text) {

  /// One thing that is asked.
  ///
  /// @param id where it stands: "§ 5-301(b)"
  /// @param asks in our own words, a paraphrase
  /// @param question to the person who answers for the model
  /// @param metrics ids of the metrics that are evidence
  /// @param disparities ids of the differences and ratios between groups that are evidence
  /// @param checks ids of the checks that are evidence
  /// @param person what no measurement shows and a person must add; empty when nothing
  /// @param sourceNote what a reader must know of where the clause was taken from; may be empty
  public record Clause(
      String id,
      String asks,
      String question,
      List<String> metrics,
      List<String> disparities,
      List<String> checks,
      String person,
      String sourceNote) {}
}
