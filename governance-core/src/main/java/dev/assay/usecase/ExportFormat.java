package dev.assay.usecase;

import dev.assay.audit.Dossier;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.report.Reports;
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

  byte[] bytes(Dossier dossier) {
    return switch (this) {
      case HTML -> Reports.html(dossier);
      case PDF -> Reports.pdf(dossier);
      case DOCX -> Reports.docx(dossier);
      case JSON -> Reports.json(dossier);
      case MD -> Reports.markdown(dossier);
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
