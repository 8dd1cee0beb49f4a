package dev.assay.app.cli;

import dev.assay.model.PreScan;
import dev.assay.usecase.Inspection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what a file is: schema, guessed roles, profile, or signature and pre-scan verdict.
@Command(
    name = "inspect",
    description =
        "What is this model or dataset: schema, roles, profile; signature, operators, pre-scan.",
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(index = "0", paramLabel = "PATH", description = "A model or a dataset.")
  Path path = Path.of("");

  @Option(
      names = "--dataset-spec",
      paramLabel = "FILE",
      description = "Description of the dataset.")
  @Nullable Path datasetSpec;

  @Option(
      names = "--write-spec",
      paramLabel = "FILE",
      description = "Write the description of the dataset, guessed or given, for editing.")
  @Nullable Path writeSpec;

  private final CommandContext context;

  InspectCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    Inspection inspection;
    try (Running running = new Running(context, output)) {
      inspection =
          context
              .wiring()
              .inspect()
              .inspect(path, datasetSpec, running.progress(), running.cancellation());
      output.endProgress(running.progress());
    }
    Path target = writeSpec;
    if (target != null) {
      context.wiring().inspect().writeSpec(inspection, target);
      output.note("wrote " + target);
    }
    output.json(inspection.content());
    new InspectionSummary(output).print(inspection);
    return refused(inspection)
        .map(
            item -> {
              output.refusal(item.sentence(), item.remedy(), item.code());
              return ExitCode.REJECTED;
            })
        .orElse(ExitCode.DONE)
        .number();
  }

  private static Optional<PreScan.Item> refused(Inspection inspection) {
    return switch (inspection) {
      case Inspection.OfDataset ignored -> Optional.empty();
      case Inspection.OfModel model ->
          model.artefact().preScan().findings().stream()
              .filter(item -> item.verdict() == PreScan.Verdict.REFUSED)
              .findFirst();
    };
  }
}
