package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the model card of a recorded audit.
@Command(
    name = "card",
    description = "Write the model card of a recorded audit.",
    sortOptions = false)
final class CardCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "latest",
      paramLabel = "AUDIT",
      description = "Id of the audit (default: the latest).")
  String audit = "latest";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write it there instead of standard output; a file called *.html becomes a page.")
  @Nullable Path out;

  private final CommandContext context;

  CardCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    var recorded = context.wiring().audits(global.workspaceOrDefault()).load(audit);
    Path file = out;
    if (file != null) {
      context.wiring().export().card(recorded, file);
      output.note("wrote " + file);
    }
    output.json(recorded.card());
    if (file == null) {
      output.say(context.wiring().export().cardMarkdown(recorded));
    }
    return ExitCode.DONE.number();
  }
}
