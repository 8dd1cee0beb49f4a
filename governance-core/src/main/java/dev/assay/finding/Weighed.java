package dev.assay.finding;

import dev.assay.metric.Interval;
import org.jspecify.annotations.Nullable;

/// A reading held against a limit.
///
/// @param reading the reading
/// @param outcome what came of it
/// @param number the number as the limit sees it: the reading's, or that compared with another; NaN
///   where there is none, for arithmetic only
/// @param interval the interval as the limit sees it, absent where there is none
record Weighed(Reading reading, Outcome outcome, double number, @Nullable Interval interval) {

  /// What came of holding a reading against a limit.
  enum Outcome {
    KEPT(Verdict.PASS),
    BROKEN(Verdict.FAIL),
    /// The interval reaches across an end of the limit.
    ACROSS(Verdict.INSUFFICIENT_EVIDENCE),
    /// Broken on its own, but not after correction for the number of slices.
    NOT_AFTER_CORRECTION(Verdict.INSUFFICIENT_EVIDENCE),
    /// Kept by the groups that have the rate; others have none.
    GROUPS_UNKNOWN(Verdict.INSUFFICIENT_EVIDENCE),
    TOO_FEW(Verdict.INSUFFICIENT_EVIDENCE),
    UNDEFINED(Verdict.INSUFFICIENT_EVIDENCE),
    /// The rule decides by an interval and there is none.
    NO_INTERVAL(Verdict.INSUFFICIENT_EVIDENCE),
    /// What the number is compared with is undefined, or zero in a ratio.
    NO_OTHER(Verdict.INSUFFICIENT_EVIDENCE);

    private final Verdict verdict;

    Outcome(Verdict verdict) {
      this.verdict = verdict;
    }

    Verdict verdict() {
      return verdict;
    }
  }

  /// The same with another outcome.
  Weighed as(Outcome other) {
    return new Weighed(reading, other, number, interval);
  }

  /// Whether its interval decided, so that it counts among the comparisons of its rule.
  boolean isComparison() {
    return switch (outcome) {
      case KEPT, BROKEN, ACROSS, NOT_AFTER_CORRECTION, GROUPS_UNKNOWN -> interval != null;
      case TOO_FEW, UNDEFINED, NO_INTERVAL, NO_OTHER -> false;
    };
  }
}
