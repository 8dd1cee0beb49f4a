package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Audit;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.Entry;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.bundle.EvidenceVerifier;
import dev.assay.modelcard.ModelCards;
import dev.assay.store.GovernanceStore;
import dev.assay.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup that is put back, and a clock that is set back: nobody signs or goes on in silence.
class RestoreTest {

  @TempDir Path folder;
  private SigningOffice office;
  private LedgerUse ledger;

  @BeforeEach
  void staff() {
    office = new SigningOffice(folder).staffed();
    ledger =
        new LedgerUse(
            office.workspace,
            () -> SqliteStore.openUnremembered(office.file, office.home),
            office.home,
            office.clock);
  }

  @Test
  void aBackupIsTakenUpUnderTwoSignaturesAndEvidenceSaysWhose() throws Exception {
    Audit audit = office.reviewedAudit();
    byte[] backup = Files.readAllBytes(office.file);
    office.decide(audit);
    Files.write(office.file, backup);
    assertThatThrownBy(office.workspace::get)
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.code()).isEqualTo("LEDGER-ROLLED-BACK"));

    for (List<String> people :
        List.of(List.<String>of(), List.of("ada"), List.of("ada", "ada"), List.of("alan", "ada"))) {
      assertThatThrownBy(() -> ledger.accept("the disk failed", by(people)))
          .as("%s", people)
          .isInstanceOf(UsageError.class);
    }
    assertThat(Files.readAllBytes(office.file)).as("nothing is recorded").isEqualTo(backup);
    ledger.accept("the disk failed", by(List.of("ada", "grace")));

    String said =
        ": ada went on with another state of this log than had been seen, on 2026-11-25T18:";
    String signed = ": the disk failed. Signed by Ada Lovelace (ada) and Grace Hopper (grace).";
    try (GovernanceStore store = office.workspace.get()) {
      store.verify();
      assertThat(store.ledger().entries().getLast().kind()).isEqualTo(Entry.RESTORE);
      assertThat(store.ledger().answers(null).get(1).details())
          .last()
          .asString()
          .contains(said)
          .endsWith(signed);
    }
    office.decide(audit);
    verifiedByBoth(audit, signed);
  }

  @Test
  void underAClockThatWasSetBackNobodySignsUntilAnAdministratorSaysThatItIsRight()
      throws Exception {
    Audit audit = office.reviewedAudit();
    office.sign(audit, ActKind.SUBMITTED, "alan");
    Audit other = office.reviewedAudit();
    office.sign(other, ActKind.SUBMITTED, "alan");
    office.clock.advance(Duration.ofDays(-1));

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> office.sign(audit, ActKind.REVIEWED, "grace"))
          .isInstanceOfSatisfying(
              UsageError.class, e -> assertThat(e.code()).isEqualTo("SIGN-CLOCK"));
    }
    assertThat(office.sign.signOff(audit.id()).notes())
        .as("attempts are recorded")
        .filteredOn(note -> note.kind().equals(ActKind.REFUSED.word()))
        .hasSize(2)
        .allMatch(note -> note.text().contains("a clock that was set back"));

    assertThatThrownBy(() -> office.signatories.clock("it was ahead", SigningOffice.by("barbara")))
        .isInstanceOf(UsageError.class);
    office.signatories.clock("it was ahead", SigningOffice.by("ada"));
    office.sign(audit, ActKind.REVIEWED, "grace");
    office.sign(audit, ActKind.REJECTED, "barbara");

    assertThat(office.sign.signOff(audit.id()).signatures())
        .extracting(one -> one.recordedBefore() == null)
        .as("the order of signatures is that of the ledger")
        .containsExactly(true, true, true);
    verifiedByBoth(audit, ": a clock was set back.");

    office.sign(other, ActKind.REVIEWED, "grace");
    RecordedAudit flagged = new Audits(office.workspace).load(other.id());
    assertThat(new String(ExportFormat.HTML.bytes(flagged.dossier()), StandardCharsets.UTF_8))
        .contains("Grace Hopper: a clock was set back, for something of ");
    assertThat(ModelCards.markdown(flagged.card())).contains("(a clock was set back: something of");
  }

  /// The last detail of the signatures; the script says the same.
  private void verifiedByBoth(Audit audit, String last) throws Exception {
    byte[] zip =
        new ExportEvidence(office.workspace).bytes(new Audits(office.workspace).load(audit.id()));
    List<Answer> answers = new EvidenceVerifier(null, null).archive(zip);
    assertThat(answers).allSatisfy(a -> assertThat(a.faults()).isEmpty());
    assertThat(answers.get(1).state()).isEqualTo(State.YES);
    assertThat(answers.get(1).details()).last().asString().endsWith(last);
    Path file = Files.write(folder.resolve("evidence.zip"), zip);
    Path script = folder.resolve("verify.py");
    try (var in =
        dev.assay.ledger.attest.Act.class.getResourceAsStream(
            "/dev/assay/ledger/bundle/verify.py")) {
      Files.write(script, in.readAllBytes());
    }
    Process python =
        new ProcessBuilder("python3", script.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(said).isZero();
    assertThat(said).contains(answers.get(1).details());
  }

  private static List<Credentials> by(List<String> people) {
    return people.stream().map(SigningOffice::by).toList();
  }
}
