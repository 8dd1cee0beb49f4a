package dev.assay.app.cli;

import dev.assay.usecase.CardFormat;
import java.nio.charset.StandardCharsets;
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
          "Write it there instead of standard output; the name says the format: *.md, *.html, *.cdx.json, *.spdx.json, *.google.json.")
  @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "F",
      description =
          "md (Hugging Face), html, google, cyclonedx or spdx (default: by the file's name).")
  @Nullable String format;

  private final CommandContext context;

  CardCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    var recorded = context.wiring().audits(global.workspaceOrDefault()).load(audit);
    Path file = out;
    CardFormat chosen = chosen(file);
    if (file != null) {
      context.wiring().export().card(recorded, chosen, file);
      output.note("wrote " + file);
    }
    output.json(recorded.card());
    if (file == null) {
      output.say(
          new String(chosen.bytes(recorded, recorded.narrative()), StandardCharsets.UTF_8)
              .stripTrailing());
    }
    return ExitCode.DONE.number();
  }

  private CardFormat chosen(@Nullable Path file) {
    if (format != null) {
      return CardFormat.named(format);
    }
    return file == null ? CardFormat.MARKDOWN : CardFormat.ofFile(file);
  }
}
