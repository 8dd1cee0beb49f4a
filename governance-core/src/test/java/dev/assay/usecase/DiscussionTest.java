package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Audit;
import dev.assay.audit.SignOff;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.ledger.Answer;
import dev.assay.ledger.attest.ActKind;
import dev.assay.report.Reports;
import dev.assay.signoff.Remark;
import dev.assay.store.GovernanceStore;
import dev.assay.usecase.Discussion.Asked;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscussionTest {

  @TempDir Path folder;
  private SigningOffice office;
  private Audit audit;

  @BeforeEach
  void staff() {
    office = new SigningOffice(folder).staffed();
    audit = office.audit();
  }

  @Test
  void whoIsNamedWithAnAtIsAskedUntilTheyAnswer() {
    String finding = audit.findings().getFirst().id();
    say("alan", new Remark("@grace, is this gap known? (see ada@example.org)", finding, null));
    assertThat(asked("grace"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.audit()).isEqualTo(audit.id());
              assertThat(one.title()).isEqualTo("Adult");
              assertThat(one.question().by()).isEqualTo("alan");
              assertThat(one.question().finding()).isEqualTo(finding);
              assertThat(one.question().number()).isZero();
            });
    assertThat(asked("ada")).as("an address is no mention").isEmpty();

    say("alan", Remark.of("nobody answers by this"));
    assertThat(asked("grace")).hasSize(1);
    SignOff after = say("somebody", new Remark("known since spring", null, 0));
    assertThat(asked("grace")).isEmpty();
    assertThat(after.notes().getFirst().about()).isEqualTo("on " + finding + "; asks grace");
    assertThat(after.notes().getLast().about()).isEqualTo("answers #0");
  }

  @Test
  void whatAPersonDoesWithTheAuditAnswersWhatTheyWereAskedBefore() {
    say("grace", Remark.of("@alan @barbara please look."));
    office.sign(audit, ActKind.SUBMITTED, "alan");
    assertThat(asked("alan")).isEmpty();
    assertThat(asked("barbara")).hasSize(1);
    say("grace", Remark.of("@alan once more"));
    assertThat(asked("alan")).hasSize(1);
  }

  @Test
  void whoeverHasTheirKeyOnThisComputerIsAskedHere() {
    say("alan", Remark.of("@grace?"));
    assertThat(office.discussion.askedHere("root")).hasSize(1);
    Discussion elsewhere =
        new Discussion(
            office.workspace,
            new dev.assay.store.LedgerHome(folder.resolve("another computer")),
            office.clock);
    assertThat(elsewhere.askedHere("root")).isEmpty();
    assertThat(elsewhere.askedHere("grace")).hasSize(1);
  }

  @Test
  void aCommentThatWouldReachNobodyOrSpeaksOfNothingIsNotRecorded() {
    refused(Remark.of("  "), "SIGN-EMPTY", "A comment needs words.");
    refused(
        Remark.of("@eve, well?"),
        "SIGN-MENTION",
        "Nobody who signs is enrolled as 'eve', so nobody would be asked.");
    refused(
        new Remark("hm", "no-such", null), "SIGN-FINDING", "The audit has no finding 'no-such'.");
    refused(
        new Remark("hm", null, 3),
        "SIGN-ANSWER",
        "The audit has no comment #3 that could be answered.");
    refused(
        Remark.of("x".repeat(4_001)),
        "SIGN-COMMENT-LONG",
        "A comment has at most 4000 characters; this one has 4001.");
    assertThat(new Audits(office.workspace).load(audit.id()).dossier().signOff()).isNull();
  }

  @Test
  void aFileIsFoundAgainByItsDigestUnderWhateverName() {
    Digest minutes = Digest.of("minutes".getBytes(StandardCharsets.UTF_8));
    String finding = audit.findings().getFirst().id();
    office.discussion.attach(
        audit.id(), "alan", new Discussion.Attachment("minutes.txt", minutes, 7), finding);
    assertThat(office.discussion.attached(audit.id(), minutes))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.person()).isEqualTo("alan");
              assertThat(note.finding()).isEqualTo(finding);
              assertThat(note.text()).startsWith("minutes.txt, SHA-256 ");
            });
    assertThat(office.discussion.attached(audit.id(), Digest.of(new byte[1]))).isEmpty();
  }

  @Test
  void whatWasSaidIsInEveryRenderingInTheLedgerAndInTheEvidence() throws Exception {
    say("alan", Remark.of("@grace, is the gap known?"));
    RecordedAudit recorded = new Audits(office.workspace).load(audit.id());
    assertThat(new String(Reports.html(recorded.dossier()), StandardCharsets.UTF_8))
        .contains("is the gap known?")
        .contains("asks grace");
    assertThat(new String(Reports.json(recorded.dossier()), StandardCharsets.UTF_8))
        .contains("\"asks\" : [ \"grace\" ]");
    try (GovernanceStore store = office.workspace.get()) {
      assertThat(store.ledger().answers(null))
          .allSatisfy(a -> assertThat(a.state()).isNotEqualTo(Answer.State.NO));
    }
    Path zip = new ExportEvidence(office.workspace).write(recorded, folder);
    StringBuilder texts = new StringBuilder();
    try (var in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
      for (var file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
        if (file.getName().startsWith("ledger/payloads/")) {
          texts.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    assertThat(texts).contains("\"asks\":[\"grace\"]").contains("is the gap known?");
    assertThat(
            new VerifyLedger(file -> office.workspace.get(), office.home)
                .verify(zip, null, null)
                .intact())
        .isTrue();
  }

  private SignOff say(String person, Remark remark) {
    return office.discussion.comment(audit.id(), person, remark);
  }

  private List<Asked> asked(String id) {
    return office.discussion.asked(id::equals);
  }

  private void refused(Remark remark, String code, String sentence) {
    assertThatThrownBy(() -> say("alan", remark))
        .hasMessage(sentence)
        .isInstanceOfSatisfying(UsageError.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
