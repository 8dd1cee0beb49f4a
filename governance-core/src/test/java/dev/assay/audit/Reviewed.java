package dev.assay.audit;

import dev.assay.audit.Disposition.AcceptedWithMitigation;
import dev.assay.audit.Disposition.FixRequired;
import dev.assay.common.Digest;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An audit of a few findings and a review of it that grows event by event, a minute each.
final class Reviewed {

  static final Instant START = Instant.parse("2026-11-21T14:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  static final String ADA = "ada";
  static final String WHY = "because it matters here";

  final Audit audit;
  private final List<ReviewEvent> events = new ArrayList<>();

  Reviewed(Finding... findings) {
    Digest digest = Digest.of("evaluation".getBytes(StandardCharsets.UTF_8));
    audit =
        new Audit(
            "01k9z3m6qd-7w3c9x0vtb",
            "Lending model",
            "",
            START,
            "author",
            "run",
            digest,
            "default@1",
            digest,
            Verdict.FAIL,
            Arrays.asList(findings),
            "");
  }

  static Finding failed(String id, Severity severity) {
    return finding(id, Verdict.FAIL, severity);
  }

  static Finding finding(String id, Verdict verdict, Severity severity) {
    return new Finding(
        id,
        "rule." + id,
        "About " + id,
        verdict,
        severity,
        id,
        "",
        null,
        null,
        null,
        "",
        100,
        List.of(),
        "",
        "");
  }

  Review review() {
    return Review.of(audit.id(), events);
  }

  ReviewRules rules() {
    return new ReviewRules(audit, review());
  }

  Recommendation recommendation() {
    return Recommendation.of(audit, review(), TODAY);
  }

  Instant next() {
    return START.plusSeconds(60L * events.size());
  }

  Reviewed add(ReviewEvent event) {
    events.add(event);
    return this;
  }

  ReviewEvent judgement(Fitness fitness, String rationale) {
    return new ReviewEvent.JudgementGiven(
        new OwnJudgement(fitness, Confidence.RATHER_SURE, rationale, ADA, next()));
  }

  Reviewed judged(Fitness fitness) {
    return add(judgement(fitness, WHY));
  }

  ReviewEvent evidence(String finding) {
    return new ReviewEvent.EvidenceOpened(finding, ADA, next());
  }

  ReviewEvent disposed(String finding, Disposition disposition, String rationale) {
    return new ReviewEvent.Disposed(finding, disposition, rationale, ADA, next());
  }

  ReviewEvent taken(int entry, String why) {
    return new ReviewEvent.Superseded(entry, why, ADA, next());
  }

  ReviewEvent submitted(@Nullable Disagreement disagreement) {
    return new ReviewEvent.Submitted(recommendation().advice(), disagreement, ADA, next());
  }

  /// Opens the evidence and disposes.
  Reviewed disposing(String finding, Disposition disposition) {
    return add(evidence(finding)).add(disposed(finding, disposition, WHY));
  }

  static Disposition fix() {
    return new FixRequired("model owner", TODAY.plusDays(21));
  }

  static Disposition accept(LocalDate expiry) {
    return new AcceptedWithMitigation("a person decides each case", "credit risk", expiry);
  }

  static Disposition notApplicable() {
    return new Disposition.NotApplicable(Disposition.Reason.OTHER_USE);
  }
}
