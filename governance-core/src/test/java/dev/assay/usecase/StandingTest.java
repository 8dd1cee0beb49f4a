package dev.assay.usecase;

import static dev.assay.usecase.SigningOffice.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Audit;
import dev.assay.audit.Disposition;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewRules;
import dev.assay.finding.Finding;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.Remark;
import dev.assay.signoff.Standing;
import dev.assay.signoff.State;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {

  @TempDir Path folder;
  private SigningOffice office;
  private Audit audit;

  @BeforeEach
  void staff() {
    office = new SigningOffice(folder).staffed();
    audit = office.audit();
  }

  @Test
  void whatIsDueAndWhoMayDoItIsSaidAtEveryStage() {
    assertThat(standing().next()).isEqualTo("hand over for review");
    assertThat(takers(ActKind.SUBMITTED)).containsExactly("alan");
    assertThat(standing().owner()).isEqualTo(audit.author());

    office.sign(audit, ActKind.SUBMITTED, "alan");
    assertThat(standing().next()).startsWith("decide ");
    assertThat(standing().owner()).isEqualTo("alan");
    assertThat(standing().objection(ActKind.APPROVED)).get().asString().contains("not submitted");

    office.review(audit);
    assertThat(standing().next()).isEqualTo("sign the review");
    assertThat(takers(ActKind.REVIEWED)).containsExactly("grace");

    office.sign(audit, ActKind.REVIEWED, "grace");
    assertThat(standing().next()).isEqualTo("approve or reject");
    assertThat(standing().due()).containsExactly(ActKind.APPROVED, ActKind.REJECTED);

    office.sign(audit, ActKind.REJECTED, "barbara");
    assertThat(standing().next()).isEmpty();
    assertThat(standing().state()).isEqualTo(State.REJECTED);
    assertThat(standing().objection(ActKind.SUBMITTED))
        .contains("An audit that is rejected cannot be handed over for review.");
  }

  @Test
  void theTimeOfAStandingIsThatOfTheStepThatLedThere() {
    assertThat(standing().since()).isEqualTo(audit.created());
    var act = office.sign(audit, ActKind.SUBMITTED, "alan").situation().trail().last();
    office.discussion.comment(audit.id(), "grace", Remark.of("a comment is no step"));
    assertThat(standing().since()).isEqualTo(act.time());
  }

  @Test
  void openFindingsAreThoseWhoseDispositionWasNotGivenOrWasTakenBack() {
    List<Finding> open = ReviewRules.open(audit, Review.of(audit.id(), List.of()));
    assertThat(open).hasSizeGreaterThan(1);
    assertThat(standing().open()).isEqualTo(open.size());
    ReviewAudit review = new ReviewAudit(office.workspace, office.clock, "grace");
    String finding = open.getFirst().id();
    review.judge(
        audit,
        dev.assay.audit.Fitness.NOT_FIT,
        dev.assay.audit.Confidence.SURE,
        "the gap is real",
        "");
    review.openEvidence(audit, finding);
    Disposition fix = new Disposition.FixRequired("owner", LocalDate.of(2030, 1, 1));
    Review now = review.dispose(audit, finding, fix, "it has to be mended", "");
    assertThat(standing().open()).isEqualTo(open.size() - 1);

    review.takeBack(audit, now.events().size() - 1, "seen too quickly by far");
    assertThat(standing().open()).isEqualTo(open.size());
  }

  @Test
  void whoHandedItOverDoesNotDecideUnlessTheWorkspaceSaysSo() {
    office.enrol("edsger", "Edsger Dijkstra", by("ada"), Role.AUTHOR, Role.APPROVER);
    office.review(audit);
    office.sign(audit, ActKind.SUBMITTED, "edsger");
    assertThat(takers(ActKind.APPROVED)).containsExactly("barbara");

    office.signatories.selfApproval(true, "a team of one", by("ada"));
    assertThat(takers(ActKind.APPROVED)).containsExactly("barbara", "edsger");

    office.signatories.revoke("barbara", "she left", by("ada"), by("edsger"));
    assertThat(takers(ActKind.APPROVED)).containsExactly("edsger");
  }

  private Standing standing() {
    return new Audits(office.workspace).list().getFirst().standing();
  }

  private List<String> takers(ActKind kind) {
    return standing().takers(kind, office.signatories.register()).stream()
        .map(Signatory::id)
        .toList();
  }
}
