package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.SampleDossiers;
import dev.assay.report.content.ReportPlan;
import dev.assay.usecase.Export;
import dev.assay.usecase.RecordedAudit;
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
                "model-card.md"),
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
            List.of("model-card.md"));
    RecordedAudit recorded = new RecordedAudit(SampleDossiers.passing());
    for (ExportChoice choice : ExportChoice.values()) {
      Path into = folder.resolve(choice.name());

      List<Path> written = choice.write(new Export(), recorded, ReportPlan.FULL, into).paths();

      assertThat(written)
          .as(choice.title())
          .allSatisfy(p -> assertThat(p).isNotEmptyFile())
          .extracting(p -> p.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(expected.get(choice));
    }
  }
}
