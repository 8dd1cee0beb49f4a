package dev.assay.app.gui.audit;

import dev.assay.app.gui.session.Session;
import dev.assay.audit.Audit;
import dev.assay.audit.Confidence;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Disposition;
import dev.assay.audit.Fitness;
import dev.assay.audit.Review;
import dev.assay.finding.Finding;
import dev.assay.report.Reports;
import dev.assay.report.document.Block;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.ReviewAudit;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a reviewer does, off the toolkit's thread: recorded in the workspace, then shown. The first
/// act of a sitting also records when the sitting began.
final class ReviewActs {

  private final Session session;
  private final ReviewModel model;
  private final ReviewAudit reviews;
  private final Instant since;
  private final AtomicBoolean begun = new AtomicBoolean();

  ReviewActs(Session session, ReviewModel model, ReviewAudit reviews) {
    this.session = session;
    this.model = model;
    this.reviews = reviews;
    this.since = reviews.now();
  }

  void judge(Fitness fitness, Confidence confidence, String rationale) {
    record(
        "Recording the judgement",
        (use, audit) -> use.judge(audit, fitness, confidence, rationale, ""),
        review -> {});
  }

  /// Records that the evidence was opened, and gathers it.
  void openEvidence(Finding finding, Consumer<Block.Section> done) {
    record(
        "Opening the evidence",
        (use, audit) -> use.openEvidence(audit, finding.id()),
        review -> gather(finding, done));
  }

  /// Gathers the evidence of a finding that was opened before.
  void gather(Finding finding, Consumer<Block.Section> done) {
    RecordedAudit recorded = model.recorded();
    session
        .tasks()
        .start(
            "Gathering the evidence", item -> Reports.evidence(recorded.dossier(), finding), done);
  }

  void dispose(Finding finding, Disposition disposition, String rationale, String why) {
    record(
        "Recording the disposition",
        (use, audit) -> use.dispose(audit, finding.id(), disposition, rationale, why),
        review -> model.form().recorded(finding.id()));
  }

  void takeBack(int entry, String why) {
    record(
        "Taking entry " + (entry + 1) + " back",
        (use, audit) -> use.takeBack(audit, entry, why),
        review -> {});
  }

  void submit(@Nullable Disagreement disagreement) {
    record("Submitting the review", (use, audit) -> use.submit(audit, disagreement), review -> {});
  }

  private void begin() {
    if (begun.compareAndSet(false, true)) {
      try {
        reviews.opened(model.audit(), since);
      } catch (RuntimeException notRecorded) {
        begun.set(false);
        throw notRecorded;
      }
    }
  }

  private void record(
      String title, BiFunction<ReviewAudit, Audit, Review> act, Consumer<Review> then) {
    session
        .tasks()
        .start(
            title,
            item -> {
              begin();
              return act.apply(reviews, model.audit());
            },
            review -> {
              model.show(review);
              then.accept(review);
            });
  }
}
