package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Audit;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.bundle.EvidenceVerifier;
import dev.assay.modelcard.Narrative;
import dev.assay.store.GovernanceStore;
import dev.assay.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedEvidenceTest {

  @TempDir Path folder;

  @Test
  void everyReadableFormOfASignedCardShowsNameMeaningAndTimeAndWhatIsSignedShowsNone()
      throws Exception {
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.reviewedAudit();
    office.decide(audit);
    RecordedAudit recorded = new Audits(office.workspace).load(audit.id());

    for (CardFormat format : List.of(CardFormat.MARKDOWN, CardFormat.HTML)) {
      String card = new String(format.bytes(recorded, Narrative.EMPTY), StandardCharsets.UTF_8);
      assertThat(card)
          .as("%s", format)
          .contains("Barbara Liskov")
          .contains("rejection")
          .contains("authorship")
          .contains(" UTC");
    }
    try (PDDocument pdf = Loader.loadPDF(CardFormat.PDF.bytes(recorded, Narrative.EMPTY))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Barbara Liskov", "rejection", "authorship");
    }
    assertThat(office.sign.present(audit.id()).renderings())
        .hasEntrySatisfying(
            new Condition<>(name -> name.endsWith("model-card.md"), "the card"),
            new Condition<>(
                bytes -> !new String(bytes, StandardCharsets.UTF_8).contains("Barbara"),
                "without signatures"));
  }

  @Test
  void evidenceSaysThatSomebodyWentOnWithAnotherStateOfTheLedger() throws Exception {
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.reviewedAudit();
    office.decide(audit);
    try (GovernanceStore store = SqliteStore.openUnremembered(office.file, office.home)) {
      store
          .ledger()
          .accept(
              "the disk failed",
              "root",
              office.clock.instant(),
              (now, left) -> java.util.Optional.empty());
      assertThat(store.ledger().answers(null).get(1).details().getLast()).contains(WENT_ON);
    }
    byte[] zip =
        new ExportEvidence(office.workspace).bytes(new Audits(office.workspace).load(audit.id()));

    List<Answer> answers = new EvidenceVerifier(null, null).archive(zip);

    assertThat(answers).allSatisfy(a -> assertThat(a.faults()).isEmpty());
    assertThat(answers.get(1).details().getLast())
        .contains(WENT_ON)
        .endsWith(": the disk failed. Nobody signed for it.");
    assertThat(script(Files.write(folder.resolve("evidence.zip"), zip)))
        .contains(answers.get(1).details().getLast());
  }

  private static final String WENT_ON = ": root went on with another state of this log";

  @Test
  void evidenceOfASignedAuditSaysWhoSignedAndTheScriptSaysTheSame() throws Exception {
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.reviewedAudit();
    office.decide(audit);
    Path zip =
        new ExportEvidence(office.workspace)
            .write(new Audits(office.workspace).load(audit.id()), folder);

    List<Answer> answers = new EvidenceVerifier(null, null).archive(Files.readAllBytes(zip));
    assertThat(answers).allSatisfy(a -> assertThat(a.faults()).isEmpty());
    assertThat(answers.get(1).state()).isEqualTo(State.YES);
    assertThat(answers.get(1).details()).hasSize(3);
    assertThat(answers.get(1).details().getLast())
        .contains("rejection by Barbara Liskov (barbara)");
    String said = script(zip);
    for (String sentence : answers.get(1).details()) {
      assertThat(said).contains(sentence);
    }
  }

  /// What the script for auditors says of a bundle that it accepts.
  private String script(Path zip) throws Exception {
    try (var script =
        dev.assay.ledger.attest.Act.class.getResourceAsStream(
            "/dev/assay/ledger/bundle/verify.py")) {
      Files.write(folder.resolve("verify.py"), script.readAllBytes());
    }
    Process python =
        new ProcessBuilder("python3", folder.resolve("verify.py").toString(), zip.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes());
    assertThat(python.waitFor()).as(said).isZero();
    return said;
  }
}
