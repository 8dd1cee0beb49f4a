package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Audit;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.bundle.EvidenceVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedEvidenceTest {

  @TempDir Path folder;

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
    for (String sentence : answers.get(1).details()) {
      assertThat(said).contains(sentence);
    }
  }
}
