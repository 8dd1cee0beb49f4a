package dev.assay.evaluation;

import dev.assay.metric.MetricValue;
import java.util.List;
import java.util.SortedMap;

/// What a check found. A fact, not a verdict: a policy decides what it means.
///
/// @param check id, family first: `leakage.target_leak`
/// @param title for people: "A feature gives the answer away"
/// @param status outcome
/// @param summary one sentence with numbers
/// @param values the numbers
/// @param evidence what to look at
public record CheckResult(
    String check,
    String title,
    Status status,
    String summary,
    List<CheckValue> values,
    List<Evidence> evidence) {

  /// Outcome of a check.
  public enum Status {
    /// Looked, and nothing found.
    OK,
    /// Something found.
    ISSUE,
    /// The check does not apply here; the summary says why.
    NOT_APPLICABLE,
    /// The check itself failed; the summary says how.
    ERROR
  }

  /// A number of the check.
  ///
  /// @param name id of the number: `auc`, `psi`, `cramers_v`
  /// @param subject what it is about: a column, a pair, a class
  /// @param value the number, or why there is none
  public record CheckValue(String name, String subject, MetricValue value) {}

  /// Something to look at.
  ///
  /// @param sentence what is to be seen
  /// @param rows data rows (1-based), at most 100
  /// @param details more, as words
  public record Evidence(String sentence, List<Long> rows, SortedMap<String, String> details) {}
}
