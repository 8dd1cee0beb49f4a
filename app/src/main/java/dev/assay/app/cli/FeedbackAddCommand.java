package dev.assay.app.cli;

import dev.assay.audit.Addition;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.usecase.AddToAudit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Records what a user or an operator says.
@Command(
    name = "add",
    description = "Record feedback, with the people and the incident it is about.",
    sortOptions = false)
final class FeedbackAddCommand implements Callable<Integer> {

  private static final int LONGEST_SHOWN = 40;

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "AUDIT",
      defaultValue = "latest",
      description = "Id of the audit (default: latest).")
  String audit = "latest";

  @Option(names = "--from", paramLabel = "WHO", required = true, description = "user or operator.")
  String from = "";

  @Option(names = "--text", paramLabel = "TEXT", required = true, description = "What is said.")
  String text = "";

  @Option(
      names = "--slice",
      paramLabel = "COLUMN=VALUE",
      description = "The people it is about. Repeatable; left away = everybody.")
  Map<String, String> slice = new TreeMap<>();

  @Option(
      names = "--incident",
      paramLabel = "ID",
      description = "What your records call the incident.")
  String incident = "";

  @Option(names = "--finding", paramLabel = "ID", description = "The finding that it speaks to.")
  String finding = "";

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "A document that shows it. Repeatable.")
  List<Path> evidence = List.of();

  @Option(
      names = "--replaces",
      paramLabel = "N",
      description = "Number of the feedback that it takes the place of.")
  @Nullable Integer replaces;

  @Option(names = "--why", paramLabel = "TEXT", description = "Why it does.")
  String why = "";

  private final CommandContext context;

  FeedbackAddCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path workspace = global.workspaceOrDefault();
    AddToAudit.Feedback given =
        new AddToAudit.Feedback(source(), text, new TreeMap<>(slice), incident, finding);
    return FeedbackCommand.said(
        context.output(global),
        context
            .wiring()
            .addToAudit(workspace)
            .feedback(
                context.wiring().audits(workspace).load(audit).audit(),
                given,
                evidence,
                replaces,
                why));
  }

  private Addition.Source source() {
    return Arrays.stream(Addition.Source.values())
        .filter(s -> s.word().equalsIgnoreCase(from.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-FEEDBACK",
                    "Feedback is not from '" + Visible.of(from, LONGEST_SHOWN) + "'.",
                    "Give --from user or --from operator."));
  }
}
