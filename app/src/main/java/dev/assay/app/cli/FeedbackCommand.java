package dev.assay.app.cli;

import dev.assay.audit.Addition;
import dev.assay.audit.Additions;
import dev.assay.common.Rounded;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.slice.SliceKey;
import dev.assay.usecase.AddToAudit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What users and operators say of a model in use.
@Command(
    name = "feedback",
    description = "Record and list what users and operators say of an audited model.")
final class FeedbackCommand {

  private final CommandContext context;

  FeedbackCommand(CommandContext context) {
    this.context = context;
  }

  @Command(name = "add", description = "Record feedback, with the people and incident it is about.")
  int add(
      @Mixin GlobalOptions global,
      @Parameters(
              arity = "0..1",
              paramLabel = "AUDIT",
              defaultValue = "latest",
              description = "Id of the audit (default: latest).")
          String audit,
      @Option(
              names = "--from",
              paramLabel = "WHO",
              required = true,
              description = "user or operator.")
          String from,
      @Option(names = "--text", paramLabel = "TEXT", required = true, description = "What is said.")
          String text,
      @Option(
              names = "--slice",
              paramLabel = "COLUMN=VALUE",
              description = "The people it is about. Repeatable; left away = everybody.")
          Map<String, String> slice,
      @Option(
              names = "--incident",
              paramLabel = "ID",
              defaultValue = "",
              description = "What your records call the incident.")
          String incident,
      @Option(
              names = "--finding",
              paramLabel = "ID",
              defaultValue = "",
              description = "The finding that it speaks to.")
          String finding,
      @Option(
              names = "--evidence",
              paramLabel = "FILE",
              description = "A document that shows it. Repeatable.")
          List<Path> evidence,
      @Option(
              names = "--replaces",
              paramLabel = "N",
              description = "Number of the feedback that it takes the place of.")
          @Nullable Integer replaces,
      @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why it does.")
          String why) {
    Output output = context.output(global);
    var recorded = context.wiring().audits(global.workspaceOrDefault()).load(audit);
    Additions additions =
        context
            .wiring()
            .addToAudit(global.workspaceOrDefault())
            .feedback(
                recorded.audit(),
                new AddToAudit.Feedback(
                    source(from),
                    text,
                    slice == null ? new TreeMap<>() : new TreeMap<>(slice),
                    incident,
                    finding),
                evidence == null ? List.of() : evidence,
                replaces,
                why);
    return said(output, additions);
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

  private static int said(Output output, Additions additions) {
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

  private static Addition.Source source(String word) {
    return Arrays.stream(Addition.Source.values())
        .filter(s -> s.word().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-FEEDBACK",
                    "Feedback is not from '" + Visible.of(word, 40) + "'.",
                    "Give --from user or --from operator."));
  }
}
