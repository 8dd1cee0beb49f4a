package dev.assay.report.content;

import dev.assay.audit.Dossier;
import dev.assay.common.UsageError;
import dev.assay.report.document.Branding;
import dev.assay.report.document.Edition;
import dev.assay.report.document.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be written of an audit, and how.
///
/// @param kind whom it is for
/// @param parts sections in their order, all of the kind
/// @param language of its fixed words
/// @param branding whose it is
/// @param versus what the audit is compared with; present for a comparison only
public record ReportPlan(
    ReportKind kind,
    List<Part> parts,
    Language language,
    Branding branding,
    @Nullable Versus versus) {

  /// The full report, as it is signed.
  public static final ReportPlan FULL = of(ReportKind.FULL);

  /// Keeps its own list.
  public ReportPlan {
    parts = List.copyOf(parts);
  }

  /// A kind as it usually is.
  public static ReportPlan of(ReportKind kind) {
    return new ReportPlan(kind, kind.parts(), Language.ENGLISH, Branding.NONE, null);
  }

  /// With other sections, or in another order.
  public ReportPlan withParts(List<Part> chosen) {
    return new ReportPlan(kind, chosen, language, branding, versus);
  }

  /// In another language.
  public ReportPlan in(Language other) {
    return new ReportPlan(kind, parts, other, branding, versus);
  }

  /// With somebody's branding.
  public ReportPlan with(Branding whose) {
    return new ReportPlan(kind, parts, language, whose, versus);
  }

  /// Against another audit.
  public ReportPlan against(Versus other) {
    return new ReportPlan(kind, parts, language, branding, other);
  }

  Edition edition() {
    return new Edition(language, branding, kind == ReportKind.EXECUTIVE);
  }

  /// Refuses what cannot be written of an audit.
  ///
  /// @throws UsageError saying what is missing
  public void check(Dossier dossier) {
    if (parts.isEmpty()) {
      throw new UsageError(
          "USAGE-NO-SECTION", "A report needs a section.", "Choose at least one section.");
    }
    if (kind == ReportKind.COMPARISON && versus == null) {
      throw new UsageError(
          "REPORT-COMPARISON",
          "A comparison needs a second audit.",
          "Name the audit of the model in use with --with.");
    }
    if (kind == ReportKind.MONITORING && !DriftSection.isThere(dossier)) {
      throw new UsageError(
          "REPORT-MONITORING",
          "This audit looked for no drift, so there is nothing to report of monitoring.",
          "Audit with --reference (what the model was built on) or --later (a newer batch).");
    }
  }
}
