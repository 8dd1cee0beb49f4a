package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Advice;
import dev.assay.audit.Confidence;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Disposition;
import dev.assay.audit.Dossier;
import dev.assay.audit.Fitness;
import dev.assay.audit.Objection;
import dev.assay.audit.Objection.About;
import dev.assay.audit.OwnJudgement;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.ReviewRules;
import dev.assay.finding.Finding;
import dev.assay.finding.Verdict;
import dev.assay.report.SampleDossiers;
import dev.assay.usecase.RecordedAudit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReviewModelTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final LocalDate LATER = LocalDate.parse("2026-12-12");
  private static final String WHY = "because it matters here";
  private static final String ADA = "ada";

  private final Dossier dossier = SampleDossiers.adult();
  private final ReviewModel model = new ReviewModel(new RecordedAudit(dossier), ADA, () -> NOW);
  private final List<Finding> failed =
      dossier.audit().findings().stream().filter(ReviewRules::counts).toList();

  @Test
  void failedFindingsAreListedFirstAndTheFirstIsSelected() {
    assertThat(failed).hasSizeGreaterThan(1);
    assertThat(model.filter().get()).isEqualTo(ReviewModel.Filter.FAILED);
    assertThat(model.lines())
        .hasSizeGreaterThanOrEqualTo(failed.size())
        .allSatisfy(l -> assertThat(l.finding().verdict()).isEqualTo(Verdict.FAIL));
    assertThat(model.selected().get()).isEqualTo(model.lines().getFirst().finding());

    model.filter().set(ReviewModel.Filter.ALL);
    assertThat(model.lines()).hasSize(dossier.audit().findings().size());
    assertThat(model.lines().getFirst().finding().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(model.lines().getLast().finding().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aFilterThatHidesTheSelectedFindingSelectsAnother() {
    model.filter().set(ReviewModel.Filter.UNDECIDED);

    assertThat(Objects.requireNonNull(model.selected().get()).verdict())
        .isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void recommendationAndVerdictAreHiddenUntilTheJudgementIsGiven() {
    assertThat(model.reveals()).isFalse();
    assertThat(model.recommendationWords()).startsWith("Hidden until");
    assertThat(model.verdictWords()).isEqualTo("Verdict hidden until you have judged");
    assertThat(model.differenceWords()).isEmpty();
    assertThat(model.stage()).isEqualTo("Not begun");

    judge(Fitness.FIT);

    assertThat(model.recommendationWords())
        .startsWith(failed.size() + " failed findings are still open");
    assertThat(model.verdictWords()).isEqualTo("✗ policy broken");
    assertThat(model.differenceWords()).endsWith("they differ, and submitting asks why.");
    assertThat(model.differs()).isTrue();
    assertThat(model.stage()).isEqualTo("In review");
  }

  @Test
  void aJudgementNeedsAChoiceConfidenceAndWords() {
    assertThat(model.judgementHindrance(null, null, "")).contains("Choose fit");
    assertThat(model.judgementHindrance(Fitness.FIT, null, "")).contains("how sure");
    assertThat(model.judgementHindrance(Fitness.FIT, Confidence.SURE, "yes"))
        .contains("at least 3 words");
    assertThat(model.judgementHindrance(Fitness.FIT, Confidence.SURE, WHY)).isEmpty();
  }

  @Test
  void theFormWaitsForJudgementThenForEvidence() {
    assertThat(first(About.ORDER)).contains("judgement first");
    judge(Fitness.NOT_FIT);
    assertThat(first(About.ORDER)).isEqualTo("Open the evidence of this finding first.");
    see();
    assertThat(model.evidenceOpened()).isEqualTo(NOW);
    assertThat(first(About.ORDER)).isEmpty();
    assertThat(first(About.CHOICE)).isEqualTo("Choose what becomes of the finding.");
  }

  @Test
  void everyFieldOfAnAcceptanceIsAskedFor() {
    ready();
    model.form().owner().set("");
    model.form().kind().set(Draft.Kind.ACCEPT);
    assertThat(about())
        .containsExactlyInAnyOrder(About.DATE, About.MITIGATION, About.OWNER, About.RATIONALE);

    model.form().date().set(LocalDate.parse("2026-11-22"));
    model.form().owner().set("credit risk");
    model.form().mitigation().set("a person decides each case");
    model.form().rationale().set(WHY);
    assertThat(first(About.DATE)).contains("in the future");
    model.form().date().set(LATER);
    assertThat(model.form().objections()).isEmpty();
    assertThat(model.form().draft().get().disposition())
        .contains(
            new Disposition.AcceptedWithMitigation(
                "a person decides each case", "credit risk", LATER));
  }

  @Test
  void aReasonIsAskedForWhereTheRuleDoesNotApply() {
    ready();
    model.form().kind().set(Draft.Kind.NOT_APPLICABLE);
    model.form().rationale().set(WHY);
    assertThat(first(About.CHOICE)).isEqualTo("Choose why the rule does not apply.");
    model.form().reason().set(Disposition.Reason.GROUP_NOT_SERVED);
    assertThat(model.form().objections()).isEmpty();
  }

  @Test
  void undoTakesFieldsBackOneAfterTheOther() {
    ready();
    assertThat(model.form().canUndo()).isFalse();
    model.form().kind().set(Draft.Kind.FIX);
    model.form().rationale().set("b");
    model.form().rationale().set("be");
    model.form().rationale().set("bec");

    model.form().undo();
    assertThat(model.form().rationale().get()).isEmpty();
    assertThat(model.form().kind().get()).isEqualTo(Draft.Kind.FIX);
    model.form().undo();
    assertThat(model.form().kind().get()).isNull();
    assertThat(model.form().canUndo()).isFalse();
    model.form().undo();
    assertThat(model.form().isChanged()).isFalse();
  }

  @Test
  void whatIsFilledInForOneFindingWaitsWhileAnotherIsLookedAt() {
    ready();
    model.form().rationale().set(WHY);
    Finding one = model.selected().get();

    model.selected().set(failed.stream().filter(f -> !f.equals(one)).findFirst().orElseThrow());
    assertThat(model.form().rationale().get()).isEmpty();
    model.selected().set(one);
    assertThat(model.form().rationale().get()).isEqualTo(WHY);
    assertThat(model.form().canUndo()).isTrue();
  }

  @Test
  void aRecordedDispositionIsShownAndACorrectionAsksWhy() {
    ready();
    Finding finding = Objects.requireNonNull(model.selected().get());
    dispose(finding);
    model.form().recorded(finding.id());

    assertThat(model.form().isCorrection()).isTrue();
    assertThat(model.form().kind().get()).isEqualTo(Draft.Kind.FIX);
    assertThat(model.form().date().get()).isEqualTo(LATER);
    assertThat(first(About.ORDER)).startsWith("Recorded by ada");
    assertThat(line(finding).state()).isEqualTo("fix required");
    model.form().rationale().set(WHY + ", still");
    assertThat(first(About.ORDER)).isEmpty();
    assertThat(first(About.DISAGREEMENT)).contains("why this is taken back");
    model.form().why().set("the day was wrong");
    assertThat(model.form().objections()).isEmpty();
  }

  @Test
  void progressAndTheReasonNotToSubmitFollowTheReview() {
    assertThat(model.progress()).startsWith("0 of " + failed.size());
    assertThat(model.share()).isZero();
    assertThat(model.submitHindrance(null, "")).isEqualTo("Give your own judgement first.");
    judge(Fitness.FIT);
    assertThat(model.submitHindrance(null, "")).contains("not disposed of yet");
    for (Finding finding : failed) {
      model.selected().set(finding);
      see();
      dispose(finding);
    }
    assertThat(model.share()).isEqualTo(1);
    assertThat(model.nextOpen()).isEmpty();
    assertThat(model.submitHindrance(null, "")).contains("differs from the recommendation");
    assertThat(model.submitHindrance(Disagreement.Reason.EVIDENCE_OUTSIDE, "no"))
        .contains("differs from the recommendation");
    assertThat(model.submitHindrance(Disagreement.Reason.EVIDENCE_OUTSIDE, WHY)).isEmpty();

    add(
        new ReviewEvent.Submitted(
            Advice.NOT_FIT, new Disagreement(Disagreement.Reason.EVIDENCE_OUTSIDE, WHY), ADA, NOW));
    assertThat(model.stage()).isEqualTo("Submitted");
    assertThat(model.submitHindrance(null, "")).isEqualTo("The review is submitted.");
    assertThat(first(About.ORDER)).contains("Take the submission back");
    assertThat(model.form().standing()).startsWith("To be fixed by model owner until 2026-12-12.");
    assertThat(model.differenceWords())
        .isEqualTo("You differ, and said why: evidence outside this audit. " + WHY);
  }

  @Test
  void theFormCanBeFilledLikeTheLastDispositionAndThatCanBeUndone() {
    model.selected().set(failed.getFirst());
    ready();
    assertThat(model.form().hasLast()).isFalse();
    dispose(failed.getFirst());
    model.selected().set(failed.getLast());
    see();
    assertThat(model.form().objections()).isNotEmpty();

    model.form().likeLast();

    assertThat(model.form().objections()).isEmpty();
    assertThat(model.form().owner().get()).isEqualTo("model owner");
    model.form().undo();
    assertThat(model.form().kind().get()).isNull();
  }

  @Test
  void anAnswerThatComesLateChangesNothing() {
    judge(Fitness.FIT);
    Review before = model.review();
    see();

    model.show(before);

    assertThat(model.review().events()).hasSize(2);
    assertThat(model.evidenceOpened()).isNotNull();
  }

  @Test
  void aLineSaysWhatHasBecomeOfItsFinding() {
    Finding finding = Objects.requireNonNull(model.selected().get());
    assertThat(line(finding).state()).isEqualTo("open");
    see();
    assertThat(line(finding).state()).isEqualTo("open, seen");
    assertThat(line(finding).word()).isEqualTo("fail");
  }

  @Test
  void everyEventIsSaidInWords() {
    ready();
    Finding finding = Objects.requireNonNull(model.selected().get());
    dispose(finding);
    add(new ReviewEvent.Superseded(2, "a slip of mine", ADA, NOW));

    List<EventWords> words =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(i -> EventWords.of(model.audit(), model.review(), i))
            .toList();
    assertThat(words.get(0).what()).isEqualTo("Judged not fit, rather sure");
    assertThat(words.get(1).what()).startsWith("Evidence opened: ");
    assertThat(words.get(2).what()).startsWith("Disposed, fix required: ");
    assertThat(words.get(2).superseded()).isTrue();
    assertThat(words.get(2).details()).contains("model owner", "2026-12-12", WHY);
    assertThat(words.get(3).what()).isEqualTo("Entry 3 taken back");
    assertThat(words.get(3).details()).isEqualTo("a slip of mine");
  }

  private void ready() {
    judge(Fitness.NOT_FIT);
    see();
  }

  private void judge(Fitness fitness) {
    add(
        new ReviewEvent.JudgementGiven(
            new OwnJudgement(fitness, Confidence.RATHER_SURE, WHY, ADA, NOW)));
  }

  private void see() {
    add(
        new ReviewEvent.EvidenceOpened(
            Objects.requireNonNull(model.selected().get()).id(), ADA, NOW));
  }

  private void dispose(Finding finding) {
    add(
        new ReviewEvent.Disposed(
            finding.id(), new Disposition.FixRequired("model owner", LATER), WHY, ADA, NOW));
  }

  private void add(ReviewEvent event) {
    assertThat(model.rules().objections(event)).as(event.toString()).isEmpty();
    model.show(model.review().with(List.of(event)));
  }

  private List<About> about() {
    return model.form().objections().stream().map(Objection::about).toList();
  }

  private String first(About about) {
    return model.form().objections().stream()
        .filter(o -> o.about() == about)
        .map(Objection::sentence)
        .findFirst()
        .orElse("");
  }

  private FindingLine line(Finding finding) {
    return model.lines().stream()
        .filter(l -> l.finding().equals(finding))
        .findFirst()
        .orElseThrow();
  }
}
