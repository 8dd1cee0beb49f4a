package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.audit.Disposition;
import dev.assay.audit.OwnJudgement;
import dev.assay.audit.Recommendation;
import dev.assay.audit.Review;
import dev.assay.audit.Review.DisposedFinding;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.ReviewRules;
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
                      Text.marked(Mark.FAIL, Say.words("word.open"))
                          .and("  ")
                          .and(Say.phrase(f.title()))
                          .and(Text.aside(" " + Say.phrase(f.subject()).plain())))
              .toList();
      blocks.add(
          Blocks.section(
              "review-open",
              Say.words("review.failed-findings-still-open"),
              List.of(new Block.Bullets(items))));
    }
    return Optional.of(Blocks.section("review", Say.words("word.review"), blocks));
  }

  private static Text lead(Audit audit, Review review) {
    String progress = new ReviewRules(audit, review).progress();
    ReviewEvent.Submitted submitted = review.submitted();
    return submitted == null
        ? Say.text("review.the-review-is-not", progress)
        : Say.text(
            "review.submitted-by-on",
            Text.data(submitted.by()),
            Say.minute(submitted.at()),
            progress);
  }

  private static List<Block.Entry> entries(Audit audit, Review review) {
    List<Block.Entry> entries = new ArrayList<>();
    OwnJudgement judgement = review.judgement();
    OwnJudgement first = review.first();
    entries.add(
        Blocks.entry(
            Say.words("word.own-judgement"),
            judgement == null ? Say.text("word.none-stands") : said(judgement)));
    if (first != null && !first.equals(judgement)) {
      entries.add(Blocks.entry(Say.words("word.first-judgement"), said(first)));
    }
    Recommendation recommendation = Recommendation.of(audit, review, review.lastDay());
    entries.add(
        Blocks.entry(
            Say.words("word.recommendation"),
            Text.strong(Say.word("advice", recommendation.advice()))
                .and(". ")
                .and(Say.sentence(recommendation.sentence()))));
    if (judgement != null) {
      entries.add(
          Blocks.entry(
              Say.words("word.compared"),
              ReviewRules.agrees(judgement, recommendation.advice())
                  ? Say.words("review.judgement-and-recommendation-agree")
                  : Say.words("review.judgement-and-recommendation-differ")));
    }
    ReviewEvent.Submitted submitted = review.submitted();
    if (submitted != null && submitted.disagreement() != null) {
      entries.add(
          Blocks.entry(
              Say.words("review.reason-to-differ"),
              Text.of(Say.word("disagreement", submitted.disagreement().reason()) + ": ")
                  .and(Say.sentence(submitted.disagreement().text()))));
    }
    entries.add(
        Blocks.entry(
            Say.words("word.evidence-opened"),
            Say.words("review.of", Say.many(review.evidenceSeen(), "finding"))));
    long minutes = Math.max(1, Math.round(review.spent().toSeconds() / 60.0));
    entries.add(
        Blocks.entry(
            Say.words("word.time-spent"),
            Say.words("review.about-pauses-counted-up", Say.many(minutes, "minute"))));
    return entries;
  }

  private static Text said(OwnJudgement judgement) {
    return Text.strong(Say.word("fitness", judgement.fitness()))
        .and(", " + Say.word("confidence", judgement.confidence()) + ". ")
        .and(Say.sentence(judgement.rationale()))
        .and(Text.aside(" "))
        .and(Text.data(judgement.by()))
        .and(Text.aside(", " + Say.minute(judgement.at())));
  }

  private static Block dispositions(Audit audit, Review review) {
    Tables table =
        Tables.captioned(Say.words("review.what-became-of-findings"))
            .words(Say.words("word.finding"))
            .words(Say.words("word.disposition"))
            .words(Say.words("word.rationale"))
            .name(Say.words("word.by"))
            .name(Say.words("word.evidence-opened"));
    audit.findings().stream()
        .map(f -> review.dispositions().get(f.id()))
        .filter(Objects::nonNull)
        .limit(DISPOSED)
        .forEach(
            d ->
                table.row(
                    finding(audit, d),
                    Text.strong(word(d.event().disposition()))
                        .and(". ")
                        .and(sentence(d.event().disposition())),
                    Say.sentence(d.event().rationale()),
                    Text.data(d.event().by()).and(Text.aside(" " + Say.minute(d.event().at()))),
                    opened(d.evidenceOpened())));
    if (review.dispositions().size() > DISPOSED) {
      table.note(
          Say.words(
              "review.more-are-in-audit", Say.count(review.dispositions().size() - DISPOSED)));
    }
    return table.table();
  }

  private static String word(Disposition disposition) {
    return switch (disposition) {
      case Disposition.FixRequired ignored -> Say.words("disposition.fix-required");
      case Disposition.AcceptedWithMitigation ignored -> Say.words("disposition.accepted");
      case Disposition.NotApplicable ignored -> Say.words("disposition.not-applicable");
    };
  }

  private static Text sentence(Disposition disposition) {
    return switch (disposition) {
      case Disposition.FixRequired f ->
          Say.text("disposition.to-be-fixed", Say.phrase(f.owner()), f.due());
      case Disposition.AcceptedWithMitigation a ->
          Say.text(
              "disposition.accepted-until",
              a.expiry(),
              Say.phrase(a.owner()),
              Say.sentence(a.mitigation()));
      case Disposition.NotApplicable n ->
          Say.text("disposition.does-not-apply", Say.word("disposition", n.reason()));
    };
  }

  private static Text finding(Audit audit, DisposedFinding disposed) {
    return audit.findings().stream()
        .filter(f -> f.id().equals(disposed.event().finding()))
        .findFirst()
        .map(f -> Say.phrase(f.title()).and(Text.aside(" " + Say.phrase(f.subject()).plain())))
        .orElseGet(() -> Text.code(disposed.event().finding()));
  }

  private static Text opened(@org.jspecify.annotations.Nullable Instant at) {
    return Text.of(at == null ? Say.words("word.not-before") : Say.minute(at));
  }
}
