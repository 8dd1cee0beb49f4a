package dev.assay.app.gui.audit;

import dev.assay.audit.Review;
import dev.assay.audit.ReviewRules;
import dev.assay.finding.Finding;
import dev.assay.report.document.Mark;
import java.util.Locale;

/// A finding in the list.
///
/// @param finding the finding
/// @param state what has become of it, in words
record FindingLine(Finding finding, String state) {

  static FindingLine of(Finding finding, Review review, String person) {
    Review.DisposedFinding disposed = review.dispositions().get(finding.id());
    if (disposed != null) {
      return new FindingLine(finding, disposed.event().disposition().word());
    }
    boolean seen = review.seen(finding.id(), person) != null;
    String state =
        switch (finding.verdict()) {
          case PASS -> "recorded";
          case FAIL -> ReviewRules.counts(finding) ? "open" : "for information";
          case INSUFFICIENT_EVIDENCE -> "undecided";
        };
    return new FindingLine(finding, seen ? state + ", seen" : state);
  }

  Mark mark() {
    return switch (finding.verdict()) {
      case PASS -> Mark.PASS;
      case FAIL -> Mark.FAIL;
      case INSUFFICIENT_EVIDENCE -> Mark.UNDECIDED;
    };
  }

  /// The verdict in a word.
  String word() {
    return switch (finding.verdict()) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case INSUFFICIENT_EVIDENCE -> "undecided";
    };
  }

  /// "critical · open".
  String below() {
    return finding.severity().name().toLowerCase(Locale.ROOT) + " · " + state;
  }
}
