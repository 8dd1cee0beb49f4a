package dev.assay.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures this machine.
@Command(name = "bench", description = "Measure how fast this machine evaluates.")
final class BenchCommand {

  private final CommandContext context;

  BenchCommand(CommandContext context) {
    this.context = context;
  }

  @Command(
      name = "evaluate",
      description =
          "Time the metrics of everyone, four attributes and their six pairs on generated data (130 groups).")
  int evaluate(
      @Mixin GlobalOptions global,
      @Option(
              names = "--rows",
              defaultValue = "1000000",
              paramLabel = "N",
              description = "Rows to generate (default: ${DEFAULT-VALUE}).")
          int rows,
      @Option(
              names = "--repeats",
              defaultValue = "5",
              paramLabel = "N",
              description = "Repeats; the median is reported (default: ${DEFAULT-VALUE}).")
          int repeats,
      @Option(
              names = "--seed",
              defaultValue = "7",
              paramLabel = "N",
              description = "Seed of the data.")
          long seed) {
    Output output = context.output(global);
    var measured = context.wiring().benchmark().evaluate(rows, repeats, seed);
    output.json(measured);
    new BenchSummary(output).print(measured);
    return ExitCode.DONE.number();
  }
}
