package dev.assay.usecase;

import static dev.assay.usecase.SigningOffice.PASSPHRASE;
import static dev.assay.usecase.SigningOffice.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Audit;
import dev.assay.audit.SignOff;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.Question;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Role;
import dev.assay.signoff.Remark;
import dev.assay.signoff.State;
import dev.assay.signoff.Step;
import dev.assay.store.GovernanceStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignAuditTest {

  @TempDir Path folder;
  private SigningOffice office;

  @BeforeEach
  void staff() {
    office = new SigningOffice(folder).staffed();
  }

  @Test
  void anAuditGoesFromDraftToADecisionAndTheWorkspaceSaysWhoSigned() {
    Audit audit = office.reviewedAudit();
    assertThat(office.sign.present(audit.id()).workflow().state()).isEqualTo(State.DRAFT);
    office.sign(audit, ActKind.SUBMITTED, "alan");
    office.sign(audit, ActKind.REVIEWED, "grace");
    SignAudit.Presented after = office.sign(audit, ActKind.REJECTED, "barbara");

    assertThat(after.workflow().state()).isEqualTo(State.REJECTED);
    assertThat(new Audits(office.workspace).list())
        .singleElement()
        .satisfies(
            listed -> {
              assertThat(listed.state()).isEqualTo("rejected");
              assertThat(listed.review().word()).isEqualTo("submitted");
            });
    assertThat(answers()).allSatisfy(a -> assertThat(a.faults()).isEmpty());
    assertThat(answers().get(1).details())
        .hasSize(3)
        .last()
        .asString()
        .contains("rejection by Barbara Liskov (barbara)")
        .contains("valid then.");
    SignOff signOff = new Audits(office.workspace).load(audit.id()).dossier().signOff();
    assertThat(signOff.state()).isEqualTo("rejected");
    assertThat(signOff.signatures())
        .extracting(SignOff.Signature::meaning)
        .containsExactly("authorship", "review", "rejection");
  }

  @Test
  void everyTransitionThatIsNotAllowedIsRefusedAndRecorded() {
    Audit audit = office.reviewedAudit();
    refused(audit, ActKind.APPROVED, "barbara", "An audit that is draft cannot be approved.");
    refused(audit, ActKind.SUBMITTED, "barbara", "Barbara is not author.");
    office.sign(audit, ActKind.SUBMITTED, "alan");
    refused(audit, ActKind.SUBMITTED, "alan", "An audit that is in review cannot be handed over");
    refused(audit, ActKind.REVIEWED, "alan", "Alan is not reviewer.");
    refused(audit, ActKind.APPROVED, "barbara", "Deciding against it needs a reason");
    refused(audit, ActKind.WITHDRAWN, "alan", "Say in a few words why.");

    List<Act> acts = acts(audit);
    assertThat(acts.stream().filter(a -> a.kind() == ActKind.REFUSED)).hasSize(6);
    assertThat(acts.getFirst().text("step")).isEqualTo("approved");
    assertThat(answers()).allSatisfy(a -> assertThat(a.faults()).isEmpty());
  }

  @Test
  void whoHandedAnAuditOverDoesNotApproveItUnlessTheWorkspaceSaysSo() {
    office.enrol("edsger", "Edsger Dijkstra", by("ada"), Role.AUTHOR, Role.APPROVER);
    Audit audit = office.reviewedAudit();
    office.sign(audit, ActKind.SUBMITTED, "edsger");
    refused(audit, ActKind.REJECTED, "edsger", "Who made an audit does not decide about it.");

    office.signatories.selfApproval(true, "we are only two", by("ada"));
    assertThat(office.sign(audit, ActKind.REJECTED, "edsger").workflow().state())
        .isEqualTo(State.REJECTED);
    assertThat(answers()).allSatisfy(a -> assertThat(a.faults()).isEmpty());
  }

  @Test
  void anOverrideNamesItsReasonAndIsKept() {
    Audit audit = office.reviewedAudit();
    office.sign(audit, ActKind.SUBMITTED, "alan");
    office.sign.sign(
        office.sign.present(audit.id()),
        new Step(ActKind.APPROVED, SigningOffice.override(), "", null),
        by("barbara"));

    SignOff.Signature last =
        new Audits(office.workspace).load("latest").dossier().signOff().signatures().getLast();
    assertThat(last.reason()).isEqualTo("the same evidence weighed otherwise");
    assertThat(last.text()).isEqualTo("the gap is known and is compensated");
    assertThat(last.recommendation()).isEqualTo("not fit");
  }

  @Test
  void nothingIsSignedWhenSomethingChangedSinceItWasShown() {
    Audit audit = office.reviewedAudit();
    SignAudit.Presented shown = office.sign.present(audit.id());
    office.sign(audit, ActKind.SUBMITTED, "alan");

    assertThatThrownBy(() -> office.sign.sign(shown, Step.of(ActKind.SUBMITTED), by("alan")))
        .isInstanceOfSatisfying(
            WorkFailed.class, e -> assertThat(e.code()).isEqualTo("SIGN-MEANWHILE"));
    assertThat(acts(audit)).hasSize(1);
  }

  @Test
  void anApprovedAuditIsSupersededByAnotherOrWithdrawnWithAReason() {
    Audit audit = office.reviewedAudit();
    office.decide(audit);
    Audit later = office.audit();
    Step superseded = new Step(ActKind.SUPERSEDED, null, "a later run", later.id());
    assertThat(
            office
                .sign
                .sign(office.sign.present(audit.id()), superseded, by("ada"))
                .workflow()
                .state())
        .isEqualTo(State.SUPERSEDED);

    Step itself = new Step(ActKind.SUPERSEDED, null, "a later run", later.id());
    assertThatThrownBy(() -> office.sign.sign(office.sign.present(later.id()), itself, by("ada")))
        .hasMessageContaining("does not take the place of itself");
  }

  @Test
  void whatChangedAfterASignatureIsSaid() {
    Audit audit = office.audit();
    office.sign(audit, ActKind.SUBMITTED, "alan");
    assertThat(office.sign.present(audit.id()).changed()).isEmpty();
    office.review(audit);
    assertThat(office.sign.present(audit.id()).changed())
        .contains("the review went on, or something was added", "the report reads otherwise");
    office.sign(audit, ActKind.REVIEWED, "grace");
    assertThat(office.sign.present(audit.id()).changed()).isEmpty();
  }

  @Test
  void commentsAndAttachmentsStandInTheRecord() {
    Audit audit = office.audit();
    office.discussion.comment(audit.id(), "alan", Remark.of("look at age 60+"));
    office.discussion.attach(
        audit.id(),
        "alan",
        new Discussion.Attachment("minutes.pdf", dev.assay.common.Digest.of(new byte[3]), 3),
        null);

    assertThat(new Audits(office.workspace).load(audit.id()).dossier().signOff().notes())
        .extracting(SignOff.Note::text)
        .containsExactly(
            "look at age 60+",
            "minutes.pdf, SHA-256 "
                + "709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c");
    assertThat(answers()).allSatisfy(a -> assertThat(a.faults()).isEmpty());
  }

  @Test
  void aWrongPassphraseIsRecordedAndTheFifthLocksTheKeyUntilAnAdministratorUnlocksIt() {
    Audit audit = office.audit();
    for (int i = 1; i <= 5; i++) {
      int wrong = i;
      assertThatThrownBy(
              () ->
                  office.sign.sign(
                      office.sign.present(audit.id()),
                      Step.of(ActKind.SUBMITTED),
                      by("alan", "a wrong passphrase")))
          .hasMessageContaining(wrong + " of 5");
    }
    assertThatThrownBy(() -> office.sign(audit, ActKind.SUBMITTED, "alan"))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.code()).isEqualTo("SIGN-LOCKED"));
    assertThatThrownBy(() -> office.signatories.unlock("ada", "it was me", by("ada")))
        .hasMessageContaining("second person");

    office.signatories.unlock("alan", "he mistyped it", by("ada"));
    assertThat(office.sign(audit, ActKind.SUBMITTED, "alan").workflow().state())
        .isEqualTo(State.IN_REVIEW);
    assertThat(answers()).allSatisfy(a -> assertThat(a.faults()).isEmpty());
  }

  @Test
  void aRotatedKeySignsAndWhatTheOldOneSignedStaysValid() {
    Audit audit = office.reviewedAudit();
    office.sign(audit, ActKind.SUBMITTED, "alan");
    String before = office.signatories.register().person("alan").orElseThrow().key().line();
    office.signatories.rotate("alan", "forgot it", "another passphrase".toCharArray(), by("ada"));
    Audit second = office.audit();
    assertThatThrownBy(() -> office.sign(second, ActKind.SUBMITTED, "alan"))
        .hasMessageContaining("not the passphrase of Alan Turing");
    office.sign.sign(
        office.sign.present(second.id()),
        Step.of(ActKind.SUBMITTED),
        by("alan", "another passphrase"));

    assertThat(office.signatories.register().person("alan").orElseThrow().key().line())
        .isNotEqualTo(before);
    assertThat(answers().get(1).faults()).isEmpty();
    assertThat(answers().get(1).details().getFirst()).contains("valid then, replaced on ");
  }

  @Test
  void aRevokedKeySignsNoLongerAndItsEarlierSignaturesStayValid() {
    Audit audit = office.reviewedAudit();
    office.sign(audit, ActKind.SUBMITTED, "alan");
    assertThatThrownBy(
            () -> office.signatories.revoke("alan", "he left", by("barbara"), by("grace")))
        .hasMessageContaining("an administrator or its owner");
    office.signatories.revoke("alan", "he left", by("ada"), by("barbara"));

    assertThatThrownBy(() -> office.sign(office.audit(), ActKind.SUBMITTED, "alan"))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.code()).isEqualTo("SIGN-REVOKED"));
    assertThatThrownBy(() -> office.signatories.revoke("ada", "she left", by("ada"), by("barbara")))
        .hasMessageContaining("last administrator");
    assertThat(answers().get(1).faults()).isEmpty();
    assertThat(answers().get(1).details()).singleElement().asString().contains("revoked on ");
  }

  @Test
  void nobodyEntersTheRegisterAlone() {
    assertThatThrownBy(() -> office.enrol("eve", "Eve", null, Role.ADMINISTRATOR))
        .hasMessageContaining("second person");
    assertThatThrownBy(() -> office.enrol("eve", "Eve", by("barbara"), Role.APPROVER))
        .hasMessageContaining("barbara is not administrator");
    assertThatThrownBy(() -> office.enrol("alan", "Another Alan", by("ada"), Role.AUTHOR))
        .hasMessageContaining("taken");
    assertThatThrownBy(
            () ->
                office.signatories.enrol(
                    "eve",
                    "Eve",
                    new java.util.TreeSet<>(List.of(Role.AUTHOR)),
                    "passport",
                    "short".toCharArray(),
                    by("ada")))
        .hasMessageContaining("at least 12 characters");
    assertThat(office.signatories.list()).hasSize(4);
    assertThat(PASSPHRASE).hasSizeGreaterThan(12);
  }

  private void refused(Audit audit, ActKind kind, String person, String why) {
    assertThatThrownBy(() -> office.sign(audit, kind, person))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.code()).isEqualTo("SIGN-REFUSED"))
        .hasMessageContaining(why);
  }

  private List<Act> acts(Audit audit) {
    try (GovernanceStore store = office.workspace.get()) {
      return store.signoffs().acts(audit.id());
    }
  }

  private List<Answer> answers() {
    try (GovernanceStore store = office.workspace.get()) {
      List<Answer> answers = store.ledger().answers(null);
      assertThat(answers.get(1).question()).isEqualTo(Question.SIGNATURES);
      return answers;
    }
  }
}
