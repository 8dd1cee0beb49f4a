package dev.assay.app.gui.report;

import dev.assay.app.gui.session.Session;
import dev.assay.app.wiring.Wiring;
import dev.assay.report.branding.BrandingReader;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.usecase.CompareAudits;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the window knows of a report before it is written.
///
/// @param choice what it is to hold
/// @param workspace of the audit
/// @param branding how reports of the workspace look, absent = Assay's own look
public record ReportOrder(ReportChoice choice, Path workspace, @Nullable Path branding) {

  /// What was chosen for an audit; on the toolkit's thread.
  public static ReportOrder of(Session session, String audit) {
    Path workspace = session.workspace().get();
    return new ReportOrder(
        ReportChoice.parse(session.settings().get().reports().get(audit)),
        workspace,
        session.settings().get().branding(workspace).orElse(null));
  }

  ReportOrder with(ReportChoice other) {
    return new ReportOrder(other, workspace, branding);
  }

  /// The plan; not on the toolkit's thread, since files are read.
  ///
  /// @throws dev.assay.common.AssayException when the audit does not hold what was chosen, or the
  ///   branding is none
  public ReportPlan plan(Wiring wiring, RecordedAudit recorded) {
    ReportPlan plan = choice.plan();
    Path brand = branding;
    if (brand != null) {
      plan = plan.with(BrandingReader.read(brand));
    }
    String other = choice.champion();
    return choice.kind() == ReportKind.COMPARISON && other != null
        ? plan.against(CompareAudits.of(wiring.audits(workspace).load(other), recorded))
        : plan;
  }

  /// The options of `assay report` that ask for the same.
  public List<String> options() {
    List<String> options = new ArrayList<>(choice.options());
    Path brand = branding;
    if (brand != null) {
      options.addAll(List.of("--branding", brand.toString()));
    }
    return options;
  }
}
