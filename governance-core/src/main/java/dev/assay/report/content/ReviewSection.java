package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.audit.OwnJudgement;
import dev.assay.audit.Recommendation;
import dev.assay.audit.Review;
import dev.assay.audit.Review.DisposedFinding;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.ReviewRules;
import dev.assay.common.Rounded;
import dev.assay.finding.Finding;
import dev.assay.report.document.Block;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What people made of the findings: judgement, dispositions, what is still open.
final class ReviewSection {

  private static final int DISPOSED = 100;
  private static final int OPEN = 40;

  private ReviewSection() {}

  /// Absent before anybody began a review.
  static Optional<Block.Section> of(Context context) {
    Review review = context.dossier().review();
    if (review == null) {
      return Optional.empty();
    }
    Audit audit = context.dossier().audit();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.lead(lead(audit, review)));
    blocks.add(new Block.KeyValues(entries(audit, review)));
    if (!review.dispositions().isEmpty()) {
      blocks.add(dispositions(audit, review));
    }
    List<Finding> open = ReviewRules.open(audit, review);
    if (!open.isEmpty()) {
      List<Text> items =
          open.stream()
              .limit(OPEN)
              .map(
                  f ->
                      Text.marked(Mark.FAIL, "open")
                          .and("  ")
                          .and(Say.phrase(f.title()))
                          .and(Text.aside(" " + Say.phrase(f.subject()).plain())))
              .toList();
      blocks.add(
          Blocks.section(
              "review-open", "Failed findings still open", List.of(new Block.Bullets(items))));
    }
    return Optional.of(Blocks.section("review", "Review", blocks));
  }

  private static Text lead(Audit audit, Review review) {
    String progress = new ReviewRules(audit, review).progress();
    ReviewEvent.Submitted submitted = review.submitted();
    return submitted == null
        ? Text.of("The review is not submitted. " + progress + ".")
        : Text.of("Submitted by ")
            .and(Text.data(submitted.by()))
            .and(" on " + Rounded.minute(submitted.at()) + ". " + progress + ".");
  }

  private static List<Block.Entry> entries(Audit audit, Review review) {
    List<Block.Entry> entries = new ArrayList<>();
    OwnJudgement judgement = review.judgement();
    OwnJudgement first = review.first();
    entries.add(
        Blocks.entry(
            "Own judgement", judgement == null ? Text.of("none stands") : said(judgement)));
    if (first != null && !first.equals(judgement)) {
      entries.add(Blocks.entry("First judgement", said(first)));
    }
    Recommendation recommendation = Recommendation.of(audit, review, review.lastDay());
    entries.add(
        Blocks.entry(
            "Recommendation",
            Text.strong(recommendation.advice().word())
                .and(". ")
                .and(Say.sentence(recommendation.sentence()))));
    if (judgement != null) {
      entries.add(
          Blocks.entry(
              "Compared",
              ReviewRules.agrees(judgement, recommendation.advice())
                  ? "Judgement and recommendation agree."
                  : "Judgement and recommendation differ."));
    }
    ReviewEvent.Submitted submitted = review.submitted();
    if (submitted != null && submitted.disagreement() != null) {
      entries.add(
          Blocks.entry(
              "Reason to differ",
              Text.of(submitted.disagreement().reason().words() + ": ")
                  .and(Say.sentence(submitted.disagreement().text()))));
    }
    entries.add(
        Blocks.entry("Evidence opened", "of " + Say.many(review.evidenceSeen(), "finding")));
    long minutes = Math.max(1, Math.round(review.spent().toSeconds() / 60.0));
    entries.add(
        Blocks.entry(
            "Time spent",
            "about " + Say.many(minutes, "minute") + ", pauses counted up to ten minutes each"));
    return entries;
  }

  private static Text said(OwnJudgement judgement) {
    return Text.strong(judgement.fitness().word())
        .and(", " + judgement.confidence().word() + ". ")
        .and(Say.sentence(judgement.rationale()))
        .and(Text.aside(" "))
        .and(Text.data(judgement.by()))
        .and(Text.aside(", " + Rounded.minute(judgement.at())));
  }

  private static Block dispositions(Audit audit, Review review) {
    Tables table =
        Tables.captioned("What became of findings")
            .words("Finding")
            .words("Disposition")
            .words("Rationale")
            .name("By")
            .name("Evidence opened");
    audit.findings().stream()
        .map(f -> review.dispositions().get(f.id()))
        .filter(Objects::nonNull)
        .limit(DISPOSED)
        .forEach(
            d ->
                table.row(
                    finding(audit, d),
                    Text.strong(d.event().disposition().word())
                        .and(". ")
                        .and(Say.sentence(d.event().disposition().sentence())),
                    Say.sentence(d.event().rationale()),
                    Text.data(d.event().by()).and(Text.aside(" " + Rounded.minute(d.event().at()))),
                    opened(d.evidenceOpened())));
    if (review.dispositions().size() > DISPOSED) {
      table.note(
          Rounded.count(review.dispositions().size() - DISPOSED) + " more are in audit.json.");
    }
    return table.table();
  }

  private static Text finding(Audit audit, DisposedFinding disposed) {
    return audit.findings().stream()
        .filter(f -> f.id().equals(disposed.event().finding()))
        .findFirst()
        .map(f -> Say.phrase(f.title()).and(Text.aside(" " + Say.phrase(f.subject()).plain())))
        .orElseGet(() -> Text.code(disposed.event().finding()));
  }

  private static Text opened(@org.jspecify.annotations.Nullable Instant at) {
    return Text.of(at == null ? "not before" : Rounded.minute(at));
  }
}
