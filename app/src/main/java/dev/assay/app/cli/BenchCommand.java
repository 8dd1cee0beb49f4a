package dev.assay.app.cli;

import dev.assay.usecase.TransformerPace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures this machine.
@Command(name = "bench", description = "Measure how fast this machine evaluates.")
final class BenchCommand {

  private static final String PYTHON = "ASSAY_PYTHON";

  private final CommandContext context;

  BenchCommand(CommandContext context) {
    this.context = context;
  }

  @Command(
      name = "evaluate",
      description =
          "Time the metrics of everyone, four attributes and their six pairs on generated data (130"
              + " groups).")
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

  @Command(
      name = "transformer",
      description =
          "Time a text model on the first texts of a dataset: as Assay runs it, the runtime alone"
              + " on the same batches, and as is commonly done, in file order with 32 texts a"
              + " batch.")
  int transformer(
      @Mixin GlobalOptions global,
      @Option(
              names = "--model",
              required = true,
              paramLabel = "MODEL",
              description = "Folder or zip of a text model.")
          Path model,
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DATA",
              description = "A dataset with its texts.")
          Path data,
      @Option(
              names = "--rows",
              defaultValue = "2000",
              paramLabel = "N",
              description = "Rows to read (default: ${DEFAULT-VALUE}).")
          int rows,
      @Option(
              names = "--repeats",
              defaultValue = "5",
              paramLabel = "N",
              description = "Repeats, in turn; medians are reported (default: ${DEFAULT-VALUE}).")
          int repeats,
      @Option(
              names = "--python",
              paramLabel = "PATH",
              description =
                  "A Python interpreter with numpy, onnxruntime and tokenizers: they read the same"
                      + " texts in turn, in file order, each batch filled up to its longest"
                      + " (default: ASSAY_PYTHON; otherwise the Python stack is not measured).")
          @Nullable Path python) {
    Output output = context.output(global);
    TransformerPace.Result measured;
    try (Running running = new Running(context, output)) {
      measured =
          context
              .wiring()
              .transformerPace()
              .measure(
                  model,
                  data,
                  rows,
                  repeats,
                  python == null ? named(System.getenv(PYTHON)) : python,
                  running.progress(),
                  running.cancellation());
    }
    output.json(measured.shown());
    new PaceSummary(output).print(measured);
    return ExitCode.DONE.number();
  }

  private static @Nullable Path named(@Nullable String interpreter) {
    return interpreter == null || interpreter.isBlank() ? null : Path.of(interpreter);
  }
}
