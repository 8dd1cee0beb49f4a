package dev.assay.app.gui.session;

import dev.assay.app.wiring.Wiring;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Policy;
import dev.assay.regime.Regime;
import dev.assay.usecase.AddToAudit;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Path;
import java.util.List;

/// What somebody states when an audit is recorded.
///
/// @param title of the audit
/// @param purpose what the model is for
/// @param notes what else is to be known
/// @param regimes against which it is held
public record Stated(String title, String purpose, String notes, List<Regime> regimes) {

  /// Copies.
  public Stated {
    regimes = List.copyOf(regimes);
  }

  RecordedAudit record(Wiring wiring, Path workspace, EvaluatedRun run, Policy policy) {
    RecordedAudit recorded =
        wiring.recordAudit(workspace).record(run, policy, title, purpose, notes);
    if (regimes.isEmpty()) {
      return recorded;
    }
    AddToAudit add = wiring.addToAudit(workspace);
    regimes.forEach(regime -> add.choose(recorded.audit().id(), regime, ""));
    return wiring.audits(workspace).load(recorded.audit().id());
  }
}
