package dev.assay.store.sqlite;

import dev.assay.audit.Audit;
import dev.assay.audit.AuditIds;
import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.finding.Judge;
import dev.assay.finding.Judgement;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import dev.assay.provenance.Provenance;
import dev.assay.report.SampleDossiers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Dossiers for tests of the store: Adult's golden numbers under the built-in policies.
final class StoredAudits {

  private static final Instant START = Instant.parse("2026-11-21T14:03:00Z");

  private final Dossier sample = SampleDossiers.adult();
  private final List<Policy> policies = Policies.builtIn();

  /// A dossier of its own run.
  Dossier dossier(int number) {
    EvaluatedRun run = run(number);
    return dossier(run, policies.get(number % policies.size()), "audit " + number, number);
  }

  /// The run of a number: the same facts, computed at another time.
  EvaluatedRun run(int number) {
    EvaluatedRun run = sample.run();
    return new EvaluatedRun(
        at(run.evaluation(), START.plus(Duration.ofSeconds(number))),
        run.data(),
        run.model(),
        run.binding(),
        run.scores());
  }

  /// A dossier of a run judged by a policy.
  Dossier dossier(EvaluatedRun run, Policy policy, String title, int number) {
    Judgement judgement = Judge.judge(policy, run.evaluation());
    Digest evaluation = Digest.of(EvaluationJson.bytes(run.evaluation()));
    Instant created = START.plus(Duration.ofMillis(number));
    return new Dossier(
        new Audit(
            AuditIds.next(created),
            title,
            "To try the store.",
            created,
            "reviewer",
            evaluation.brief(),
            evaluation,
            policy.id() + "@" + policy.version(),
            policy.digest(),
            judgement.verdict(),
            judgement.findings(),
            ""),
        run,
        policy);
  }

  /// The same audit once more, under an id of its own.
  static Dossier again(Dossier dossier, int number) {
    Audit audit = dossier.audit();
    Instant created = START.plus(Duration.ofMillis(number));
    return new Dossier(
        new Audit(
            AuditIds.next(created),
            "audit " + number,
            audit.purpose(),
            created,
            audit.author(),
            audit.runId(),
            audit.evaluation(),
            audit.policyId(),
            audit.policy(),
            audit.verdict(),
            audit.findings(),
            audit.notes()),
        dossier.run(),
        dossier.policy());
  }

  private static Evaluation at(Evaluation e, Instant time) {
    Provenance p = e.provenance();
    return new Evaluation(
        new Provenance(
            p.modelName(),
            p.model(),
            p.datasetName(),
            p.dataset(),
            p.rows(),
            p.reference(),
            p.engine(),
            p.device(),
            p.isolation(),
            p.seed(),
            time,
            time.plusSeconds(4),
            p.actor(),
            p.command()),
        e.task(),
        e.positive(),
        e.favourable(),
        e.threshold(),
        e.classes(),
        e.level(),
        e.attributes(),
        e.metrics(),
        e.disparities(),
        e.curves(),
        e.checks(),
        e.excluded(),
        e.warnings());
  }
}
