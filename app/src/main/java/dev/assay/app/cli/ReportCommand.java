package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.usecase.Export;
import dev.assay.usecase.RecordedAudit;
import dev.assay.usecase.SealReport;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
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

  private static final String EVIDENCE = "evidence";

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "AUDIT",
      description = "Id of the audit, or 'latest'.")
  @Nullable String audit;

  @Mixin ReportOptions options = new ReportOptions();
  @Mixin SealOptions seal = new SealOptions();

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      description =
          "html, pdf, docx, json, md, csv, evidence (default: html and pdf, of a full report"
              + " evidence too).")
  @Nullable List<String> formats;

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
                      "%s  %s  %-10s %-21s  %s",
                      a.id(),
                      a.created().truncatedTo(ChronoUnit.SECONDS),
                      a.state(),
                      a.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                      a.title())));
      if (listed.isEmpty()) {
        output.say(
            "No audit is recorded in "
                + global.workspaceOrDefault()
                + " yet; 'assay audit' records one.");
      }
      return ExitCode.DONE.number();
    }
    RecordedAudit recorded = audits.load(id);
    ReportPlan plan = options.plan(audits, recorded);
    List<String> asked = formats(plan);
    Function<SealReport.Unsealed, byte[]> signing =
        seal.signing(context.wiring().sealReport(global.workspaceOrDefault()));
    List<String> documents =
        asked.stream().filter(f -> !isEvidence(f) && !(signing != null && isPdf(f))).toList();
    if (signing != null && asked.stream().noneMatch(ReportCommand::isPdf)) {
      throw new UsageError(
          "USAGE-SIGN-PDF",
          "Only a PDF is signed, and none is asked for.",
          "Give --format pdf too, or leave --sign-as out.");
    }
    Export export = context.wiring().export();
    List<String> names = new ArrayList<>(export.report(recorded, plan, documents, out).names());
    if (signing != null) {
      names.addAll(export.sealed(recorded, plan, signing, out).names());
    }
    if (asked.stream().anyMatch(ReportCommand::isEvidence)) {
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

  private List<String> formats(ReportPlan plan) {
    List<String> named = formats;
    if (named != null) {
      return named;
    }
    return plan.kind() == ReportKind.FULL
        ? List.of("html", "pdf", EVIDENCE)
        : List.of("html", "pdf");
  }

  private static boolean isPdf(String format) {
    return format.strip().equalsIgnoreCase("pdf");
  }

  private static boolean isEvidence(String format) {
    return format.strip().equalsIgnoreCase(EVIDENCE);
  }
}
