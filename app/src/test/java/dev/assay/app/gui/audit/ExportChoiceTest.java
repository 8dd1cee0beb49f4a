package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Audit;
import dev.assay.report.content.ReportPlan;
import dev.assay.usecase.Audits;
import dev.assay.usecase.Export;
import dev.assay.usecase.ExportEvidence;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.SigningOffice;
import dev.assay.usecase.VerifyLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportChoiceTest {

  @TempDir Path folder;

  @Test
  void everyChoiceWritesWhatItSays() {
    Map<ExportChoice, List<String>> expected =
        Map.of(
            ExportChoice.ALL,
            List.of(
                "evaluation.json",
                "audit.json",
                "report.html",
                "report.pdf",
                "metrics.csv",
                "model-card.md",
                "evidence.zip"),
            ExportChoice.PDF,
            List.of("report.pdf"),
            ExportChoice.DOCX,
            List.of("report.docx"),
            ExportChoice.HTML,
            List.of("report.html"),
            ExportChoice.MARKDOWN,
            List.of("report.md"),
            ExportChoice.JSON,
            List.of("audit.json"),
            ExportChoice.CSV,
            List.of("metrics.csv"),
            ExportChoice.CARD,
            List.of("model-card.md"),
            ExportChoice.EVIDENCE,
            List.of("evidence.zip"));
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.reviewedAudit();
    office.decide(audit);
    RecordedAudit recorded = new Audits(office.workspace).load(audit.id());
    ExportEvidence evidence = new ExportEvidence(office.workspace);
    for (ExportChoice choice : ExportChoice.values()) {
      Path into = folder.resolve(choice.name());

      List<Path> written =
          choice.write(new Export(), evidence, recorded, ReportPlan.FULL, into).paths();

      assertThat(written)
          .as(choice.title())
          .allSatisfy(p -> assertThat(p).isNotEmptyFile())
          .extracting(p -> p.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(expected.get(choice));
    }
    var verified =
        new VerifyLedger(file -> office.workspace.get(), office.home)
            .verify(folder.resolve("ALL").resolve("evidence.zip"), null, null);
    assertThat(verified.intact()).isTrue();
    assertThat(verified.answers().toString()).contains("rejection by Barbara Liskov");
  }
}
