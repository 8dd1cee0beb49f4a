package dev.assay.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says what this machine offers and what is missing.
@Command(
    name = "doctor",
    description = "What this machine offers: Java, isolation, devices, libraries.")
final class DoctorCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  private final CommandContext context;

  DoctorCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    var examination = context.wiring().doctor(global.workspaceOrDefault()).examine();
    output.json(examination);
    new DoctorSummary(output).print(examination);
    return ExitCode.DONE.number();
  }
}
