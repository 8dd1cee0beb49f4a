package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.compare.ComparedRun;
import dev.assay.report.content.Versus;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;

/// Holds an audit against that of the model in use, by the facts that both recorded.
public final class CompareAudits {

  private CompareAudits() {}

  /// The comparison.
  ///
  /// @param champion of the model in use
  /// @param challenger the audit that is reported on
  /// @throws UsageError when both are the same audit
  public static Versus of(RecordedAudit champion, RecordedAudit challenger) {
    if (champion.audit().id().equals(challenger.audit().id())) {
      throw new UsageError(
          "REPORT-SAME-AUDIT",
          "An audit is not compared with itself.",
          "Name another audit with --with; 'assay report' lists them.");
    }
    return new Versus(
        champion.dossier(),
        CompareRuns.compare(facts(champion), facts(challenger), Progress.NONE, new Cancellation()));
  }

  private static ComparedRun facts(RecordedAudit recorded) {
    return ComparedRun.ofFacts(recorded.dossier().run().evaluation());
  }
}
