package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Audit;
import dev.assay.audit.Confidence;
import dev.assay.audit.Fitness;
import dev.assay.finding.Finding;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.report.Reports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reviewer's time and what they looked at are part of the record.
class ReviewRecordTest {

  @TempDir Path folder;

  @Test
  void timeSpentAndEvidenceSeenAreInTheRecordAndUnderTheSignature() {
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.audit();
    ReviewAudit review = new ReviewAudit(office.workspace, office.clock, "grace");
    review.judge(audit, Fitness.NOT_FIT, Confidence.SURE, "the gap is not a matter of chance", "");
    office.clock.advance(Duration.ofMinutes(3));
    review.openEvidence(audit, audit.findings().get(0).id());
    office.clock.advance(Duration.ofMinutes(25));
    Finding second = audit.findings().get(1);
    review.openEvidence(audit, second.id());
    review.openEvidence(audit, second.id());

    RecordedAudit recorded = new Audits(office.workspace).load(audit.id());
    String json = new String(Reports.json(recorded.dossier()), StandardCharsets.UTF_8);
    // 3 min and the second of the clock that goes on by itself, then a pause that counts as ten
    assertThat(json).contains("\"seconds_spent\" : " + (181 + 600));
    assertThat(json).contains("\"evidence_seen\" : 2");
    String html = new String(Reports.html(recorded.dossier()), StandardCharsets.UTF_8);
    assertThat(html).contains("about 13 minutes").contains("Evidence opened");

    Act signed = office.sign(audit, ActKind.SUBMITTED, "alan").situation().trail().last();
    assertThat(signed.text("seen"))
        .isEqualTo(
            "evidence of 2 of " + audit.findings().size() + " findings was opened in the review");
    assertThat(signed.subjects().keySet())
        .as("the last event of the review, whose digest covers all times before it")
        .anyMatch(name -> name.startsWith("ledger/payloads/"));
  }
}
