package dev.assay.usecase;

import dev.assay.audit.Audit;
import dev.assay.audit.Confidence;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Disposition;
import dev.assay.audit.Dossier;
import dev.assay.audit.Fitness;
import dev.assay.audit.Objection;
import dev.assay.audit.OwnJudgement;
import dev.assay.audit.Recommendation;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.ReviewRules;
import dev.assay.common.UsageError;
import dev.assay.store.GovernanceStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reviews an audit, one event at a time. What may happen next is decided against what is stored,
/// inside the transaction that stores it: two people cannot both dispose of the same finding.
public final class ReviewAudit {

  private final Supplier<GovernanceStore> workspace;
  private final Clock clock;
  private final String person;

  /// @param workspace opens the workspace
  /// @param clock tells when things happen
  /// @param person who reviews
  public ReviewAudit(Supplier<GovernanceStore> workspace, Clock clock, String person) {
    this.workspace = workspace;
    this.clock = clock;
    this.person = person;
  }

  /// Who reviews.
  public String person() {
    return person;
  }

  /// The time now, by the clock of the record.
  public Instant now() {
    return clock.instant();
  }

  /// Today, by the clock of the record.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// The review of an audit as it is stored; one without events when nobody has begun.
  public Review load(String auditId) {
    try (GovernanceStore store = workspace.get()) {
      return Review.of(auditId, store.reviews().events(auditId));
    }
  }

  /// Records that somebody sat down to the review.
  public Review opened(Audit audit, Instant since) {
    return append(audit, review -> List.of(new ReviewEvent.Opened(person, since)));
  }

  /// Records what the person thinks; one that stands is taken back first.
  ///
  /// @param why the earlier judgement is taken back; only asked for when there is one
  public Review judge(
      Audit audit, Fitness fitness, Confidence confidence, String rationale, String why) {
    return append(
        audit,
        review -> {
          Instant now = clock.instant();
          List<ReviewEvent> events = new ArrayList<>();
          if (review.judgement() != null) {
            int entry = review.entryOf(new ReviewEvent.JudgementGiven(review.judgement()));
            events.add(new ReviewEvent.Superseded(entry, why, person, now));
          }
          events.add(
              new ReviewEvent.JudgementGiven(
                  new OwnJudgement(fitness, confidence, rationale, person, now)));
          return events;
        });
  }

  /// Records that the person looked at a finding's evidence; once is enough.
  public Review openEvidence(Audit audit, String finding) {
    return append(
        audit,
        review ->
            review.seen(finding, person) == null
                ? List.of(new ReviewEvent.EvidenceOpened(finding, person, clock.instant()))
                : List.of());
  }

  /// Records what becomes of a finding; a disposition that stands is taken back first.
  ///
  /// @param why the earlier disposition is taken back; only asked for when there is one
  public Review dispose(
      Audit audit, String finding, Disposition disposition, String rationale, String why) {
    return append(
        audit,
        review -> {
          Instant now = clock.instant();
          List<ReviewEvent> events = new ArrayList<>();
          Review.DisposedFinding before = review.dispositions().get(finding);
          if (before != null) {
            events.add(new ReviewEvent.Superseded(before.entry(), why, person, now));
          }
          events.add(new ReviewEvent.Disposed(finding, disposition, rationale, person, now));
          return events;
        });
  }

  /// Takes an event back.
  ///
  /// @param entry its number, counted from 0
  public Review takeBack(Audit audit, int entry, String why) {
    return append(
        audit, review -> List.of(new ReviewEvent.Superseded(entry, why, person, clock.instant())));
  }

  /// Hands the review in with the recommendation of today.
  ///
  /// @param disagreement why the judgement stands against the recommendation
  public Review submit(Audit audit, @Nullable Disagreement disagreement) {
    return append(
        audit,
        review ->
            List.of(
                new ReviewEvent.Submitted(
                    Recommendation.of(audit, review, today()).advice(),
                    disagreement,
                    person,
                    clock.instant())));
  }

  /// The audit with its review as it stands now.
  public static RecordedAudit with(RecordedAudit recorded, Review review) {
    Dossier dossier = recorded.dossier();
    return review.events().isEmpty()
        ? recorded
        : new RecordedAudit(dossier.with(review), recorded.cards());
  }

  private Review append(Audit audit, Function<Review, List<ReviewEvent>> act) {
    try (GovernanceStore store = workspace.get()) {
      List<ReviewEvent> all =
          store
              .reviews()
              .append(audit.id(), events -> checked(audit, Review.of(audit.id(), events), act));
      return Review.of(audit.id(), all);
    }
  }

  /// What is to be added, each held against the state before it.
  private static List<ReviewEvent> checked(
      Audit audit, Review before, Function<Review, List<ReviewEvent>> act) {
    List<ReviewEvent> events = act.apply(before);
    Review review = before;
    for (ReviewEvent event : events) {
      List<Objection> objections = new ReviewRules(audit, review).objections(event);
      if (!objections.isEmpty()) {
        Objection first = objections.getFirst();
        throw new UsageError(
            "REVIEW-" + first.about().name(),
            first.sentence(),
            "Nothing was recorded; the review is as it was.");
      }
      review = review.with(List.of(event));
    }
    return events;
  }
}
