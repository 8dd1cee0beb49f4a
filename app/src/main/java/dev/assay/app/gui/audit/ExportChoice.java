package dev.assay.app.gui.audit;

import dev.assay.report.content.ReportPlan;
import dev.assay.usecase.CardFormat;
import dev.assay.usecase.Export;
import dev.assay.usecase.ExportEvidence;
import dev.assay.usecase.ExportedFiles;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What can be exported of an audit.
enum ExportChoice {
  ALL("All documents"),
  PDF("Report as PDF"),
  DOCX("Report as DOCX, to be edited"),
  HTML("Report as HTML"),
  MARKDOWN("Report as Markdown"),
  JSON("Audit as JSON"),
  CSV("Metrics as CSV"),
  CARD("Model card"),
  EVIDENCE("Evidence for an auditor");

  private final String title;

  ExportChoice(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /// Writes it into a folder.
  ///
  /// @param evidence of the workspace that the audit is recorded in
  /// @param plan of the report, as it was put together for this audit
  ExportedFiles write(
      Export export,
      ExportEvidence evidence,
      RecordedAudit recorded,
      ReportPlan plan,
      Path folder) {
    return switch (this) {
      case ALL -> {
        List<Path> files = new ArrayList<>(export.audit(recorded, folder).paths());
        files.add(evidence.write(recorded, folder));
        yield new ExportedFiles(files);
      }
      case PDF -> export.report(recorded, plan, List.of("pdf"), folder);
      case DOCX -> export.report(recorded, plan, List.of("docx"), folder);
      case HTML -> export.report(recorded, plan, List.of("html"), folder);
      case MARKDOWN -> export.report(recorded, plan, List.of("md"), folder);
      case JSON -> export.report(recorded, List.of("json"), folder);
      case CSV -> export.report(recorded, List.of("csv"), folder);
      case CARD -> {
        Path file = folder.resolve("model-card.md");
        export.card(recorded, CardFormat.MARKDOWN, file);
        yield new ExportedFiles(List.of(file));
      }
      case EVIDENCE -> new ExportedFiles(List.of(evidence.write(recorded, folder)));
    };
  }
}
