package dev.assay.app.cli;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.explain.masked.Probe;
import dev.assay.inference.MaskedText;
import dev.assay.usecase.ExportedFiles;
import dev.assay.usecase.ProbeAsked;
import dev.assay.usecase.ProbeMasked;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures a model on a dataset and says what was measured; judges nothing and records nothing.
@Command(
    name = "evaluate",
    description = "Measure a model on a dataset: metrics, groups, disparities, checks.",
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin EvaluateOptions options = new EvaluateOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write evaluation.json and metrics.csv there.")
  @Nullable Path out;

  @Spec CommandSpec spec = CommandSpec.create();

  private final CommandContext context;

  EvaluateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    ProbeAsked asked = options.probe.asked();
    if (asked == null) {
      ProbeTaken.requireProbe(options.probe.texts);
    }
    if (asked != null && asked.kind() != null) {
      ProbeTaken.requireNoOther(spec);
      return probe(asked.kind(), output);
    }
    try (Running running = new Running(context, output)) {
      EvaluatedRun run = running.evaluate(options.request(context.args()));
      String json = context.wiring().export().evaluationJson(run.evaluation());
      Path folder = out;
      if (folder != null) {
        ExportedFiles files = context.wiring().export().evaluation(run, folder);
        files.paths().forEach(p -> output.note("wrote " + p));
      }
      output.jsonText(json);
      new EvaluationSummary(output).print(run);
    }
    return ExitCode.DONE.number();
  }

  private int probe(MaskedText.Kind kind, Output output) {
    ProbeMasked.Request request = options.probe(kind);
    try (Running running = new Running(context, output)) {
      Probe found =
          context.wiring().probeMasked().run(request, running.progress(), running.cancellation());
      ProbeSummary summary = new ProbeSummary(output, found);
      Path folder = out;
      if (folder != null) {
        summary.write(folder);
      }
      summary.print();
    }
    return ExitCode.DONE.number();
  }
}
