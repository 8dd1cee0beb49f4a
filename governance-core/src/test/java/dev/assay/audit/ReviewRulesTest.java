package dev.assay.audit;

import static dev.assay.audit.Reviewed.TODAY;
import static dev.assay.audit.Reviewed.WHY;
import static dev.assay.audit.Reviewed.accept;
import static dev.assay.audit.Reviewed.failed;
import static dev.assay.audit.Reviewed.finding;
import static dev.assay.audit.Reviewed.fix;
import static dev.assay.audit.Reviewed.notApplicable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Disposition.AcceptedWithMitigation;
import dev.assay.audit.Disposition.FixRequired;
import dev.assay.audit.Objection.About;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import org.junit.jupiter.api.Test;

class ReviewRulesTest {

  private final Reviewed reviewed =
      new Reviewed(
          failed("gap", Severity.MAJOR),
          failed("leak", Severity.MINOR),
          failed("hint", Severity.INFO),
          finding("kept", Verdict.PASS, Severity.MAJOR));

  @Test
  void aFindingIsNotDisposedOfBeforeTheOwnJudgement() {
    reviewed.add(reviewed.evidence("gap"));

    assertThat(reviewed.rules().objections(reviewed.disposed("gap", fix(), WHY)))
        .containsExactly(
            new Objection(
                About.ORDER, "Give your own judgement first, before the recommendation is shown."));
    assertThat(reviewed.rules().reveals()).isFalse();
  }

  @Test
  void aFindingIsNotDisposedOfBeforeItsEvidenceIsOpenedByTheSamePerson() {
    reviewed.judged(Fitness.NOT_FIT);
    reviewed.add(new ReviewEvent.EvidenceOpened("gap", "somebody else", reviewed.next()));

    ReviewEvent next = reviewed.disposed("gap", fix(), WHY);
    assertThat(reviewed.rules().objections(next))
        .extracting(Objection::sentence)
        .containsExactly("Open the evidence of this finding first.");

    reviewed.add(reviewed.evidence("gap"));
    assertThat(reviewed.rules().objections(next)).isEmpty();
  }

  @Test
  void aRationaleOfFewerThanThreeWordsIsRefused() {
    reviewed.judged(Fitness.NOT_FIT).add(reviewed.evidence("gap"));
    for (String rationale : new String[] {"", " \n ", "ok", "looks fine"}) {
      assertThat(reviewed.rules().objections(reviewed.disposed("gap", fix(), rationale)))
          .as(rationale)
          .extracting(Objection::about)
          .containsExactly(About.RATIONALE);
    }
    assertThat(new Reviewed().rules().objections(reviewed.judgement(Fitness.FIT, "ok")))
        .extracting(Objection::about)
        .containsExactly(About.RATIONALE);
  }

  @Test
  void everythingThatIsMissingInAFormIsSaidAtOnce() {
    reviewed.judged(Fitness.NOT_FIT).add(reviewed.evidence("gap"));

    assertThat(
            reviewed
                .rules()
                .objections(
                    reviewed.disposed("gap", new AcceptedWithMitigation("", " ", TODAY), "")))
        .extracting(Objection::about)
        .containsExactly(About.RATIONALE, About.MITIGATION, About.OWNER, About.DATE);
  }

  @Test
  void anAcceptanceEndsInTheFutureAndAFixIsNotDueInThePast() {
    reviewed.judged(Fitness.NOT_FIT).add(reviewed.evidence("gap"));

    assertThat(reviewed.rules().objections(reviewed.disposed("gap", accept(TODAY), WHY)))
        .extracting(Objection::sentence)
        .containsExactly("An acceptance ends in the future; 2026-11-21 does not.");
    assertThat(
            reviewed.rules().objections(reviewed.disposed("gap", accept(TODAY.plusDays(1)), WHY)))
        .isEmpty();
    assertThat(
            reviewed
                .rules()
                .objections(
                    reviewed.disposed("gap", new FixRequired("ada", TODAY.minusDays(1)), WHY)))
        .extracting(Objection::sentence)
        .containsExactly("2026-11-20 is over. Give a day to come.");
    assertThat(
            reviewed
                .rules()
                .objections(reviewed.disposed("gap", new FixRequired("ada", TODAY), WHY)))
        .isEmpty();
  }

  @Test
  void passedAndUnknownFindingsAreNotDisposedOf() {
    reviewed.judged(Fitness.FIT).add(reviewed.evidence("kept"));

    assertThat(reviewed.rules().objections(reviewed.disposed("kept", fix(), WHY)))
        .extracting(Objection::sentence)
        .containsExactly("This finding passed: there is nothing to dispose of.");
    assertThat(reviewed.rules().objections(reviewed.evidence("nowhere")))
        .extracting(Objection::sentence)
        .containsExactly("The audit has no finding “nowhere”.");
  }

  @Test
  void progressCountsFailedFindingsThatAreMoreThanInformation() {
    assertThat(reviewed.rules().progress()).isEqualTo("0 of 2 failed findings disposed");
    reviewed.judged(Fitness.NOT_FIT).disposing("gap", fix()).disposing("hint", notApplicable());
    assertThat(reviewed.rules().progress()).isEqualTo("1 of 2 failed findings disposed");
    assertThat(new Reviewed(finding("kept", Verdict.PASS, Severity.MAJOR)).rules().progress())
        .isEqualTo("No failed finding to dispose of");
  }

  @Test
  void submittingWaitsForJudgementAndEveryFailedFinding() {
    assertThat(reviewed.rules().hindrance()).contains("Give your own judgement first.");
    reviewed.judged(Fitness.NOT_FIT);
    assertThat(reviewed.rules().hindrance()).contains("2 failed findings are not disposed of yet.");
    reviewed.disposing("gap", fix());
    assertThat(reviewed.rules().hindrance()).contains("1 failed finding is not disposed of yet.");
    assertThat(reviewed.rules().objections(reviewed.submitted(null))).isNotEmpty();
    reviewed.disposing("leak", fix());
    assertThat(reviewed.rules().hindrance()).isEmpty();
    assertThat(reviewed.rules().objections(reviewed.submitted(null))).isEmpty();
  }

  @Test
  void anOverrideAsksForAReasonAndWords() {
    reviewed.judged(Fitness.FIT).disposing("gap", fix()).disposing("leak", fix());

    assertThat(reviewed.rules().objections(reviewed.submitted(null)))
        .extracting(Objection::about)
        .containsExactly(About.DISAGREEMENT);
    assertThat(reviewed.rules().objections(reviewed.submitted(because("no"))))
        .extracting(Objection::about)
        .containsExactly(About.DISAGREEMENT);
    assertThat(reviewed.rules().objections(reviewed.submitted(because(WHY)))).isEmpty();
  }

  @Test
  void whatWasRecommendedWhenSubmittingMustBeWhatIsRecommendedNow() {
    reviewed.judged(Fitness.FIT).disposing("gap", fix()).disposing("leak", fix());

    ReviewEvent stale = new ReviewEvent.Submitted(Advice.FIT, null, Reviewed.ADA, reviewed.next());
    assertThat(reviewed.rules().objections(stale))
        .extracting(Objection::sentence)
        .containsExactly("The recommendation is now “not fit”. Look at it first.");
  }

  @Test
  void afterSubmittingOnlyTheSubmissionCanBeTakenBack() {
    reviewed.judged(Fitness.NOT_FIT).disposing("gap", fix()).disposing("leak", fix());
    reviewed.add(reviewed.submitted(null));

    assertThat(reviewed.rules().hindrance()).contains("The review is submitted.");
    assertThat(reviewed.rules().objections(reviewed.disposed("hint", fix(), WHY))).isNotEmpty();
    assertThat(reviewed.rules().objections(reviewed.taken(0, WHY))).isNotEmpty();
    assertThat(reviewed.rules().objections(reviewed.taken(5, "oh"))).isNotEmpty();
    assertThat(reviewed.rules().objections(reviewed.taken(5, WHY))).isEmpty();
    reviewed.add(reviewed.taken(5, WHY));
    assertThat(reviewed.review().submitted()).isNull();
    assertThat(reviewed.rules().hindrance()).isEmpty();
  }

  @Test
  void aDispositionIsCorrectedBySupersedingItNeverByASecondOne() {
    reviewed.judged(Fitness.NOT_FIT).disposing("gap", fix());

    assertThat(reviewed.rules().objections(reviewed.disposed("gap", notApplicable(), WHY)))
        .extracting(Objection::sentence)
        .containsExactly("This finding is disposed of already. Take that back first, and say why.");
    reviewed.add(reviewed.taken(2, WHY));
    assertThat(reviewed.review().dispositions()).isEmpty();
    assertThat(reviewed.rules().objections(reviewed.taken(2, WHY))).isNotEmpty();
    reviewed.add(reviewed.disposed("gap", notApplicable(), WHY));
    assertThat(reviewed.review().dispositions().get("gap").event().disposition())
        .isEqualTo(notApplicable());
    assertThat(reviewed.review().events()).hasSize(5);
  }

  @Test
  void aJudgementThatIsTakenBackStaysTheFirstAndTheRecommendationStaysSeen() {
    reviewed.judged(Fitness.FIT);
    assertThat(reviewed.rules().objections(reviewed.judgement(Fitness.NOT_FIT, WHY))).isNotEmpty();

    reviewed.add(reviewed.taken(0, WHY)).judged(Fitness.NOT_FIT);

    Review review = reviewed.review();
    assertThat(java.util.Objects.requireNonNull(review.first()).fitness()).isEqualTo(Fitness.FIT);
    assertThat(java.util.Objects.requireNonNull(review.judgement()).fitness())
        .isEqualTo(Fitness.NOT_FIT);
    assertThat(reviewed.rules().reveals()).isTrue();
  }

  @Test
  void evidenceAndOpeningAreNothingThatCanBeTakenBack() {
    reviewed.add(new ReviewEvent.Opened("ada", reviewed.next())).add(reviewed.evidence("gap"));

    for (int entry : new int[] {-1, 0, 1, 2}) {
      assertThat(reviewed.rules().objections(reviewed.taken(entry, WHY))).isNotEmpty();
    }
  }

  private static Disagreement because(String text) {
    return new Disagreement(Disagreement.Reason.EVIDENCE_OUTSIDE, text);
  }
}
