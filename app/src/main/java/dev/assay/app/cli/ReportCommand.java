package dev.assay.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the report of a recorded audit again, in any format: a pure function of what is stored.
@Command(
    name = "report",
    description = "Write the report of a recorded audit; without an id, list the audits.",
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "AUDIT",
      description = "Id of the audit, or 'latest'.")
  @Nullable String audit;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      defaultValue = "html,pdf,evidence",
      description = "html, pdf, docx, json, md, csv, evidence (default: ${DEFAULT-VALUE}).")
  List<String> formats = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where to (default: here).")
  Path out = Path.of(".");

  private final CommandContext context;

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    var audits = context.wiring().audits(global.workspaceOrDefault());
    String id = audit;
    if (id == null) {
      var listed = audits.list();
      output.json(listed);
      listed.forEach(
          a ->
              output.say(
                  String.format(
                      "%s  %s  %-10s %s  %s",
                      a.id(), a.created(), a.state(), a.verdict(), a.title())));
      if (listed.isEmpty()) {
        output.say(
            "No audit is recorded in "
                + global.workspaceOrDefault()
                + " yet; 'assay audit' records one.");
      }
      return ExitCode.DONE.number();
    }
    var recorded = audits.load(id);
    List<String> documents = formats.stream().filter(f -> !isEvidence(f)).toList();
    var files = context.wiring().export().report(recorded, documents, out);
    List<String> names = new ArrayList<>(files.names());
    if (formats.stream().anyMatch(ReportCommand::isEvidence)) {
      names.add(
          context
              .wiring()
              .exportEvidence(global.workspaceOrDefault())
              .write(recorded, out)
              .toString());
    }
    names.forEach(name -> output.say("wrote " + name));
    output.json(names);
    return ExitCode.DONE.number();
  }

  private static boolean isEvidence(String format) {
    return format.strip().equalsIgnoreCase("evidence");
  }
}
