package dev.assay.audit;

import static dev.assay.audit.Reviewed.TODAY;
import static dev.assay.audit.Reviewed.accept;
import static dev.assay.audit.Reviewed.failed;
import static dev.assay.audit.Reviewed.finding;
import static dev.assay.audit.Reviewed.fix;
import static dev.assay.audit.Reviewed.notApplicable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecommendationTest {

  private final Reviewed two =
      new Reviewed(failed("gap", Severity.MAJOR), failed("leak", Severity.CRITICAL))
          .judged(Fitness.NOT_FIT);

  @Test
  void openFailuresSpeakFirst() {
    two.disposing("gap", fix());

    assertThat(two.recommendation())
        .isEqualTo(
            new Recommendation(Advice.NOT_FIT, "1 failed finding is still open: “About leak”."));
  }

  @Test
  void whatMustBeFixedStandsAgainstUse() {
    two.disposing("gap", fix()).disposing("leak", fix());

    assertThat(two.recommendation())
        .isEqualTo(
            new Recommendation(
                Advice.NOT_FIT, "2 findings must be fixed first: “About gap”, “About leak”."));
  }

  @Test
  void aCriticalFindingCannotBeAccepted() {
    two.disposing("gap", notApplicable()).disposing("leak", accept(TODAY.plusDays(9)));

    assertThat(two.recommendation().advice()).isEqualTo(Advice.NOT_FIT);
    assertThat(two.recommendation().sentence())
        .isEqualTo(
            "1 critical finding is accepted, and critical ones must be fixed before use: “About leak”.");
  }

  @Test
  void anAcceptanceMakesConditionsUntilItExpires() {
    two.disposing("gap", accept(TODAY.plusDays(9))).disposing("leak", notApplicable());

    assertThat(two.recommendation())
        .isEqualTo(
            new Recommendation(
                Advice.FIT_WITH_CONDITIONS,
                "1 finding is accepted with mitigation, the first until 2026-11-30."));
    assertThat(Recommendation.of(two.audit, two.review(), TODAY.plusDays(9)).advice())
        .isEqualTo(Advice.FIT_WITH_CONDITIONS);
    assertThat(Recommendation.of(two.audit, two.review(), TODAY.plusDays(10)))
        .isEqualTo(new Recommendation(Advice.NOT_FIT, "1 acceptance has expired: “About gap”."));
  }

  @Test
  void undecidedFindingsLeaveItOpenUntilSomebodyDisposesOfThem() {
    Reviewed undecided =
        new Reviewed(
                finding("few", Verdict.INSUFFICIENT_EVIDENCE, Severity.MAJOR),
                finding("hint", Verdict.INSUFFICIENT_EVIDENCE, Severity.INFO))
            .judged(Fitness.CANNOT_SAY);

    assertThat(undecided.recommendation())
        .isEqualTo(
            new Recommendation(
                Advice.CANNOT_SAY,
                "1 finding is undecided for want of evidence; nothing else stands against use."));
    undecided.disposing("few", notApplicable());
    assertThat(undecided.recommendation().advice()).isEqualTo(Advice.FIT);
  }

  @Test
  void nothingFailedIsFit() {
    Reviewed kept = new Reviewed(finding("kept", Verdict.PASS, Severity.MAJOR));

    assertThat(kept.recommendation())
        .isEqualTo(new Recommendation(Advice.FIT, "No finding that counts breaks its limit."));
  }

  @Test
  void agreementHoldsFitWithConditionsForFit() {
    OwnJudgement fit = new OwnJudgement(Fitness.FIT, Confidence.SURE, "", "", Reviewed.START);

    assertThat(ReviewRules.agrees(fit, Advice.FIT_WITH_CONDITIONS)).isTrue();
    assertThat(ReviewRules.difference(fit, new Recommendation(Advice.NOT_FIT, "")))
        .isEqualTo(
            "You say “fit”, the recommendation says “not fit”: they differ, and submitting asks why.");
  }

  @Test
  void timeSpentCountsPausesOfASittingUpToTenMinutes() {
    Reviewed slow = new Reviewed(failed("gap", Severity.MAJOR));
    slow.add(new ReviewEvent.Opened("ada", Reviewed.START));
    slow.add(new ReviewEvent.EvidenceOpened("gap", "ada", Reviewed.START.plusSeconds(90)));
    slow.add(new ReviewEvent.EvidenceOpened("gap", "ada", Reviewed.START.plusSeconds(7_200)));
    slow.add(new ReviewEvent.Opened("ada", Reviewed.START.plusSeconds(90_000)));
    slow.add(new ReviewEvent.EvidenceOpened("gap", "bo", Reviewed.START.plusSeconds(90_030)));

    assertThat(slow.review().spent()).isEqualTo(Duration.ofSeconds(90 + 600 + 30));
    assertThat(slow.review().evidenceSeen()).isEqualTo(1);
  }

  @Test
  void theRecordSaysWhetherTheEvidenceWasOpenedBeforeTheDisposition() {
    two.disposing("gap", fix()).add(two.disposed("leak", fix(), Reviewed.WHY));

    assertThat(two.review().dispositions().get("gap").evidenceOpened())
        .isEqualTo(Reviewed.START.plusSeconds(60));
    assertThat(two.review().dispositions().get("leak").evidenceOpened()).isNull();
  }
}
