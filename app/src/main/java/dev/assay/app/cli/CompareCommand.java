package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.compare.ComparisonWords;
import dev.assay.compare.DecisionChanges;
import dev.assay.compare.Outcome;
import dev.assay.compare.RunComparison;
import dev.assay.compare.ScoreShifts;
import dev.assay.usecase.CompareModels;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Compares two models, or two forms of one, on the same rows.
@Command(
    name = "compare",
    description =
        "Compare two models on the same rows: what got better or worse, for whom, and whether it is"
            + " chance; also the parity of two forms of one model (fp32 and int8).",
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {

  private static final int LISTED = 12;

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--champion",
      required = true,
      paramLabel = "MODEL",
      description = "The model in use: A.")
  Path champion = Path.of("");

  @Option(
      names = "--challenger",
      required = true,
      paramLabel = "MODEL",
      description = "The model that might replace it: B.")
  Path challenger = Path.of("");

  @Option(
      names = "--challenger-spec",
      paramLabel = "FILE",
      description = "Description of the challenger (default: its own *.model.json, else a guess).")
  @Nullable Path challengerSpec;

  @Mixin EvaluateOptions options = new EvaluateOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write comparison.json and comparison.csv there.")
  @Nullable Path out;

  private final CommandContext context;

  CompareCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (options.model != null) {
      throw new UsageError(
          "USAGE-COMPARE",
          "compare takes no --model.",
          "Name both models with --champion and --challenger.");
    }
    Output output = context.output(global);
    EvaluateRequest asked =
        options.request(context.args()).change().checks(List.of("none")).build();
    CompareModels.Compared compared;
    try (Running running = new Running(context, output)) {
      compared =
          new CompareModels(context.wiring().runEvaluation())
              .compare(
                  asked.change().model(champion).build(),
                  asked.change().model(challenger).modelSpec(challengerSpec).build(),
                  running.progress(),
                  running.cancellation());
    }
    Path folder = out;
    if (folder != null) {
      compared.write(folder).forEach(file -> output.note("wrote " + file));
    }
    output.jsonText(compared.json());
    print(output, compared);
    return ExitCode.DONE.number();
  }

  private static void print(Output output, CompareModels.Compared compared) {
    RunComparison c = compared.comparison();
    output.say("A  " + Visible.of(compared.champion().evaluation().provenance().modelName()));
    output.say("B  " + Visible.of(compared.challenger().evaluation().provenance().modelName()));
    output.say("");
    output.say(ComparisonWords.headline(c));
    output.say(ComparisonWords.everyone(c));
    output.say(c.basis());
    ScoreShifts scores = c.scores();
    if (scores != null) {
      output.say(ComparisonWords.scores(scores));
    }
    DecisionChanges decisions = c.decisions();
    if (decisions != null) {
      output.say(ComparisonWords.decisions(decisions));
      output.say(ComparisonWords.concentration(decisions));
    }
    for (Outcome outcome : List.of(Outcome.WORSE, Outcome.BETTER)) {
      c.with(outcome).stream()
          .limit(LISTED)
          .forEach(
              d ->
                  output.say(
                      "  "
                          + d.outcome().word()
                          + ": "
                          + ComparisonWords.name(d)
                          + ", "
                          + ComparisonWords.about(d)
                          + ": "
                          + ComparisonWords.difference(d)));
    }
    c.settings()
        .forEach(
            s ->
                output.say(
                    "  ! they differ in "
                        + s.name()
                        + ": "
                        + Visible.of(s.first(), 80)
                        + " and "
                        + Visible.of(s.second(), 80)));
  }
}
