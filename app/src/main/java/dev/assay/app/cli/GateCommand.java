package dev.assay.app.cli;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.usecase.GateResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges a model in a build: the exit code is the verdict. Records nothing unless a workspace is
/// named.
@Command(
    name = "gate",
    description = "Judge a model in a build: the exit code is the verdict of the policy.",
    sortOptions = false)
final class GateCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin EvaluateOptions options = new EvaluateOptions();
  @Mixin AuditOptions audit = new AuditOptions();

  @Option(
      names = "--baseline",
      paramLabel = "RUN|FILE",
      description =
          "An earlier evaluation.json, or the id of a recorded run: fail when a metric of everyone is worse beyond"
              + " what chance explains.")
  @Nullable String baseline;

  @Option(names = "--junit", paramLabel = "F", description = "Write the findings as JUnit XML.")
  @Nullable Path junit;

  @Option(names = "--sarif", paramLabel = "F", description = "Write the findings as SARIF 2.1.0.")
  @Nullable Path sarif;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write the documents of an audit there.")
  @Nullable Path out;

  private final CommandContext context;

  GateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    GateResult result;
    try (Running running = new Running(context, output)) {
      var gate = context.wiring().gate(global.workspace);
      var policy = gate.policy(audit.policy);
      var earlier = gate.baseline(baseline);
      EvaluatedRun run = running.evaluate(options.request(context.args()));
      result = gate.judge(run, policy, earlier, audit.title, audit.purpose, audit.notes);
      var export = context.wiring().export();
      Path folder = out;
      if (folder != null) {
        export.audit(result.recorded(), folder).paths().forEach(p -> output.note("wrote " + p));
      }
      Path junitFile = junit;
      if (junitFile != null) {
        export.junit(result, junitFile);
      }
      Path sarifFile = sarif;
      if (sarifFile != null) {
        export.sarif(result, sarifFile);
      }
    }
    output.json(result.toJson());
    new AuditSummary(output).print(result.recorded());
    return ExitCode.of(result.verdict()).number();
  }
}
