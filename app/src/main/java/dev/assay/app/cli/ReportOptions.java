package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.report.branding.BrandingReader;
import dev.assay.report.content.Part;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.report.document.Language;
import dev.assay.usecase.Audits;
import dev.assay.usecase.CompareAudits;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whom a report is for, what it holds and how it looks.
final class ReportOptions {

  @Option(
      names = "--kind",
      paramLabel = "K",
      defaultValue = "full",
      description =
          "executive (one page), full, bias-audit, comparison (needs --with) or monitoring (needs an"
              + " audit that looked for drift) (default: ${DEFAULT-VALUE}).")
  String kind = "full";

  @Option(
      names = "--with",
      paramLabel = "AUDIT",
      description = "The audit of the model in use, for a comparison.")
  @Nullable String with;

  @Option(
      names = "--sections",
      split = ",",
      paramLabel = "S",
      description = "Only these sections, in this order; a wrong name lists those of the kind.")
  @Nullable List<String> sections;

  @Option(
      names = "--language",
      paramLabel = "L",
      defaultValue = "en",
      description =
          "en or de: the report's fixed words. What was recorded stays as it was recorded"
              + " (default: ${DEFAULT-VALUE}).")
  String language = "en";

  @Option(
      names = "--branding",
      paramLabel = "FILE",
      description =
          "YAML with any of: name, logo (a PNG or SVG beside it), accent (a colour that can be read on"
              + " white), footer.")
  @Nullable Path branding;

  /// The plan for an audit.
  ///
  /// @throws UsageError when the audit does not hold what is asked for
  ReportPlan plan(Audits audits, RecordedAudit recorded) {
    ReportKind wanted = ReportKind.of(kind);
    ReportPlan plan = ReportPlan.of(wanted).in(Language.of(language));
    List<String> named = sections;
    if (named != null) {
      plan = plan.withParts(Part.of(wanted, named));
    }
    String champion = with;
    if (champion != null) {
      if (wanted != ReportKind.COMPARISON) {
        throw new UsageError(
            "USAGE-WITH",
            "--with names the other audit of a comparison.",
            "Give --kind comparison too, or leave --with out.");
      }
      plan = plan.against(CompareAudits.of(audits.load(champion), recorded));
    }
    Path brand = branding;
    if (brand != null) {
      plan = plan.with(BrandingReader.read(brand));
    }
    plan.check(recorded.dossier());
    return plan;
  }
}
