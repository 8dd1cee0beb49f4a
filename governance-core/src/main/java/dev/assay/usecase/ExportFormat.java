package dev.assay.usecase;

import dev.assay.audit.Dossier;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.report.Reports;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Formats of a report.
enum ExportFormat {
  HTML("report.html"),
  PDF("report.pdf"),
  DOCX("report.docx"),
  JSON("audit.json"),
  MD("report.md"),
  CSV("metrics.csv");

  private final String fileName;

  ExportFormat(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /// The file's name in a kind of report; data have the same name in all.
  String fileName(ReportKind kind) {
    return switch (this) {
      case HTML, PDF, DOCX, MD -> kind.fileName() + fileName.substring(fileName.lastIndexOf('.'));
      case JSON, CSV -> fileName;
    };
  }

  byte[] bytes(Dossier dossier) {
    return bytes(dossier, ReportPlan.FULL);
  }

  /// @param plan what is written; data are the same in all
  byte[] bytes(Dossier dossier, ReportPlan plan) {
    return switch (this) {
      case HTML -> Reports.html(dossier, plan);
      case PDF -> Reports.pdf(dossier, plan);
      case DOCX -> Reports.docx(dossier, plan);
      case JSON -> Reports.json(dossier);
      case MD -> Reports.markdown(dossier, plan);
      case CSV -> Reports.csv(dossier.run().evaluation());
    };
  }

  /// The format that a word names.
  static ExportFormat of(String word) {
    return Arrays.stream(values())
        .filter(f -> f.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-FORMAT",
                    "There is no report format '" + Visible.of(word, 40) + "'.",
                    "Give one or more of: "
                        + Arrays.stream(values())
                            .map(f -> f.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
