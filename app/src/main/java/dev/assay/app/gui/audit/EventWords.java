package dev.assay.app.gui.audit;

import dev.assay.audit.Audit;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;

/// An event of a review in words.
///
/// @param number of the event, counted from 1
/// @param event what happened
/// @param what the event in a few words
/// @param details what was written with it
/// @param superseded whether it was taken back later
record EventWords(int number, ReviewEvent event, String what, String details, boolean superseded) {

  private static final int LONGEST = 400;

  /// The event of a review at a place, counted from 0.
  static EventWords of(Audit audit, Review review, int entry) {
    ReviewEvent event = review.events().get(entry);
    String what =
        switch (event) {
          case ReviewEvent.Opened ignored -> "Review opened";
          case ReviewEvent.JudgementGiven j ->
              "Judged " + j.judgement().fitness().word() + ", " + j.judgement().confidence().word();
          case ReviewEvent.EvidenceOpened e -> "Evidence opened: " + subject(audit, e.finding());
          case ReviewEvent.Disposed d ->
              "Disposed, " + d.disposition().word() + ": " + subject(audit, d.finding());
          case ReviewEvent.Superseded s -> "Entry " + (s.entry() + 1) + " taken back";
          case ReviewEvent.Submitted s -> "Submitted; recommended: " + s.recommendation().word();
        };
    String details =
        switch (event) {
          case ReviewEvent.Opened ignored -> "";
          case ReviewEvent.JudgementGiven j -> j.judgement().rationale();
          case ReviewEvent.EvidenceOpened ignored -> "";
          case ReviewEvent.Disposed d -> d.disposition().sentence() + " " + d.rationale();
          case ReviewEvent.Superseded s -> s.why();
          case ReviewEvent.Submitted s ->
              s.disagreement() == null
                  ? ""
                  : s.disagreement().reason().words() + ": " + s.disagreement().text();
        };
    return new EventWords(
        entry + 1,
        event,
        Visible.of(what, LONGEST),
        Visible.of(details.replace('\n', ' '), LONGEST),
        review.isSuperseded(entry));
  }

  private static String subject(Audit audit, String id) {
    return audit.findings().stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .map(Finding::subject)
        .orElse(id);
  }
}
