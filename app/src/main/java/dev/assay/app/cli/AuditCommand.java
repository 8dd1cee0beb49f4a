package dev.assay.app.cli;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.regime.Regime;
import dev.assay.usecase.AddToAudit;
import dev.assay.usecase.OwnRegimes;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Evaluates, judges against a policy, records the audit in the workspace and writes its documents.
@Command(
    name = "audit",
    description =
        "Evaluate, judge against a policy, record the audit and write its report and model card.",
    sortOptions = false)
final class AuditCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin EvaluateOptions options = new EvaluateOptions();
  @Mixin AuditOptions audit = new AuditOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write evaluation.json, audit.json, report.html, report.pdf, model-card.md and evidence.zip there.")
  @Nullable Path out;

  @Option(
      names = "--regime",
      paramLabel = "R",
      description =
          "Hold the audit against a regime: its report says which evidence is there (see 'assay regime list'). Repeatable.")
  List<String> regimes = List.of();

  private final CommandContext context;

  AuditCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    RecordedAudit recorded;
    try (Running running = new Running(context, output)) {
      var judge = context.wiring().recordAudit(global.workspaceOrDefault());
      var policy = judge.policy(audit.policy);
      OwnRegimes known = OwnRegimes.beside(global.workspaceOrDefault());
      List<Regime> chosen = regimes.stream().map(known::load).toList();
      EvaluatedRun run = running.evaluate(options.request(context.args()));
      recorded = judge.record(run, policy, audit.title, audit.purpose, audit.notes);
      recorded = held(recorded, chosen);
      Path folder = out;
      if (folder != null) {
        context
            .wiring()
            .export()
            .audit(recorded, folder)
            .paths()
            .forEach(p -> output.note("wrote " + p));
        output.note(
            "wrote "
                + context
                    .wiring()
                    .exportEvidence(global.workspaceOrDefault())
                    .write(recorded, folder));
      }
    }
    output.jsonText(context.wiring().export().auditJson(recorded));
    new AuditSummary(output).print(recorded);
    return ExitCode.of(recorded.audit().verdict()).number();
  }

  /// The audit held against these regimes.
  private RecordedAudit held(RecordedAudit recorded, List<Regime> chosen) {
    if (chosen.isEmpty()) {
      return recorded;
    }
    AddToAudit add = context.wiring().addToAudit(global.workspaceOrDefault());
    chosen.forEach(regime -> add.choose(recorded.audit().id(), regime, ""));
    return context.wiring().audits(global.workspaceOrDefault()).load(recorded.audit().id());
  }
}
