package dev.assay.usecase;

import dev.assay.audit.Audit;
import dev.assay.audit.AuditIds;
import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.finding.Finding;
import dev.assay.finding.Judge;
import dev.assay.finding.Policy;
import dev.assay.provenance.Provenance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes an audit of a run: facts held against a policy.
///
/// @param clock tells when it was made
record Judging(Clock clock) {

  /// @param title for people; when blank, "model on dataset"
  /// @param further findings beyond the policy's
  Dossier judge(
      EvaluatedRun run,
      Policy policy,
      List<Finding> further,
      String title,
      String purpose,
      String notes) {
    return judge(run, digest(run), policy, further, title, purpose, notes);
  }

  /// Digest of the run's `evaluation.json`.
  static Digest digest(EvaluatedRun run) {
    return Digest.of(EvaluationJson.bytes(run.evaluation()));
  }

  /// The same, where the digest of the run's `evaluation.json` is known.
  Dossier judge(
      EvaluatedRun run,
      Digest evaluation,
      Policy policy,
      List<Finding> further,
      String title,
      String purpose,
      String notes) {
    List<Finding> findings = new ArrayList<>(Judge.judge(policy, run.evaluation()).findings());
    findings.addAll(further);
    Instant now = clock.instant();
    Audit audit =
        new Audit(
            AuditIds.next(now),
            title.isBlank() ? defaultTitle(run.evaluation().provenance()) : title,
            purpose,
            now,
            run.evaluation().provenance().actor(),
            evaluation.brief(),
            evaluation,
            policy.id() + "@" + policy.version(),
            policy.digest(),
            Judge.verdict(findings),
            List.copyOf(findings),
            notes);
    return new Dossier(audit, run, policy);
  }

  private static String defaultTitle(Provenance provenance) {
    return provenance.modelName() + " on " + provenance.datasetName();
  }
}
