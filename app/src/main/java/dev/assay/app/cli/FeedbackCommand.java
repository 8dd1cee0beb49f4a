package dev.assay.app.cli;

import dev.assay.audit.Additions;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.slice.SliceKey;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What users and operators say of a model in use.
@Command(
    name = "feedback",
    description = "Record and list what users and operators say of an audited model.",
    subcommands = {FeedbackAddCommand.class})
final class FeedbackCommand {

  private final CommandContext context;

  FeedbackCommand(CommandContext context) {
    this.context = context;
  }

  @Command(name = "list", description = "The feedback on an audit that stands.")
  int list(
      @Mixin GlobalOptions global,
      @Parameters(
              arity = "0..1",
              paramLabel = "AUDIT",
              defaultValue = "latest",
              description = "Id of the audit (default: latest).")
          String audit) {
    return said(
        context.output(global),
        context.wiring().addToAudit(global.workspaceOrDefault()).load(audit));
  }

  /// Says what stands.
  static int said(Output output, Additions additions) {
    output.json(additions.feedback());
    if (additions.feedback().isEmpty()) {
      output.say("Nobody gave feedback on this audit yet.");
    }
    additions
        .feedback()
        .forEach(
            (number, one) -> {
              output.say(
                  String.format(
                      "#%d  %s, recorded by %s on %s%s",
                      number,
                      one.from().word(),
                      Visible.of(one.by()),
                      Rounded.minute(one.at()),
                      one.incident().isEmpty() ? "" : ", incident " + Visible.of(one.incident())));
              output.say(
                  "    "
                      + Visible.of(new SliceKey(new TreeMap<>(one.slice())).describe())
                      + ": "
                      + Visible.of(one.text()));
            });
    return ExitCode.DONE.number();
  }
}
