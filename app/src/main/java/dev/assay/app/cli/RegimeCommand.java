package dev.assay.app.cli;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Visible;
import dev.assay.regime.Answer;
import dev.assay.regime.Coverage;
import dev.assay.regime.Regime;
import dev.assay.regime.Regimes;
import dev.assay.usecase.AddToAudit;
import dev.assay.usecase.OwnRegimes;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Rules and standards, and which of their evidence an audit holds.
@Command(
    name = "regime",
    description =
        "List, show and check regimes; answer them; what evidence an audit holds for one.",
    subcommands = {PublishCommand.class})
final class RegimeCommand {

  private static final int LONGEST_SHOWN = 80;

  private final CommandContext context;

  RegimeCommand(CommandContext context) {
    this.context = context;
  }

  private static OwnRegimes regimes(GlobalOptions global) {
    return OwnRegimes.beside(global.workspaceOrDefault());
  }

  @Command(
      name = "list",
      description =
          "The regimes that come with Assay, and those in 'regimes' beside the workspace.")
  int list(@Mixin GlobalOptions global) {
    Output output = context.output(global);
    List<OwnRegimes.Entry> entries = regimes(global).list();
    output.json(entries.stream().map(OwnRegimes.Entry::regime).filter(Objects::nonNull).toList());
    for (OwnRegimes.Entry entry : entries) {
      Regime regime = entry.regime();
      Path file = entry.file();
      if (regime == null) {
        output.note(
            Visible.of(String.valueOf(file), LONGEST_SHOWN)
                + " is left out: "
                + Visible.of(entry.refusal()));
        continue;
      }
      output.say(
          String.format(
              "%-20s %2d clauses  as of %s  %s%s",
              regime.id(),
              regime.clauses().size(),
              regime.asOf(),
              Visible.of(regime.title()),
              file == null
                  ? ""
                  : "  (" + Visible.of(String.valueOf(file.getFileName()), LONGEST_SHOWN) + ")"));
    }
    return ExitCode.DONE.number();
  }

  @Command(name = "show", description = "A regime, clause by clause.")
  int show(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "R", description = "A regime's id or a file.") String regime) {
    Output output = context.output(global);
    Regime shown = regimes(global).load(regime);
    output.json(shown);
    output.say(Visible.of(shown.title()) + " (pack " + Visible.of(shown.version()) + ")");
    output.say("As of " + shown.asOf() + ". Source: " + Visible.of(shown.source()));
    if (!shown.notes().isEmpty()) {
      output.say(Visible.of(shown.notes()));
    }
    for (Regime.Clause clause : shown.clauses()) {
      output.say("  " + Visible.of(clause.id()) + "  " + Visible.of(clause.asks()));
      output.say("      " + Visible.of(clause.question()));
      if (!clause.sourceNote().isEmpty()) {
        output.say("      " + Visible.of(clause.sourceNote()));
      }
    }
    return ExitCode.DONE.number();
  }

  @Command(name = "check", description = "Whether a regime file is valid; says where it is not.")
  int check(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "FILE", description = "A regime file.") String regime) {
    Output output = context.output(global);
    Regime checked = regimes(global).load(regime);
    output.json(checked);
    output.say(
        checked.id()
            + " version "
            + Visible.of(checked.version())
            + " is valid: "
            + checked.clauses().size()
            + " clauses.");
    return ExitCode.DONE.number();
  }

  @Command(
      name = "schema",
      description = "What packs are made of, as a JSON schema that editors complete by.")
  int schema(@Mixin GlobalOptions global) {
    context.out().print(Regimes.schema());
    context.out().flush();
    return ExitCode.DONE.number();
  }

  @Command(
      name = "choose",
      description = "Hold a recorded audit against a regime, so that its report says the coverage.")
  int choose(
      @Mixin GlobalOptions global,
      @Parameters(index = "0", paramLabel = "R", description = "A regime's id or a file.")
          String regime,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "AUDIT",
              defaultValue = "latest",
              description = "Id of the audit (default: latest).")
          String audit,
      @Option(
              names = "--why",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Why another text of the regime takes the place of an earlier one.")
          String why) {
    Output output = context.output(global);
    Regime chosen = regimes(global).load(regime);
    var additions =
        context.wiring().addToAudit(global.workspaceOrDefault()).choose(audit, chosen, why);
    output.json(additions.events());
    output.say("The audit is held against " + chosen.id() + ".");
    return ExitCode.DONE.number();
  }

  @Command(
      name = "answer",
      description = "Answer the question of a clause, with documents that show it.")
  int answer(
      @Mixin GlobalOptions global,
      @Parameters(index = "0", paramLabel = "R", description = "A regime's id or a file.")
          String regime,
      @Parameters(index = "1", paramLabel = "CLAUSE", description = "Id of the clause.")
          String clause,
      @Parameters(
              index = "2",
              arity = "0..1",
              paramLabel = "AUDIT",
              defaultValue = "latest",
              description = "Id of the audit (default: latest).")
          String audit,
      @Option(names = "--text", paramLabel = "TEXT", required = true, description = "The answer.")
          String text,
      @Option(
              names = "--evidence",
              paramLabel = "FILE",
              description = "A document that shows it; it is kept in the workspace. Repeatable.")
          List<Path> evidence,
      @Option(
              names = "--keep",
              description = "The documents of the earlier answer stay with this one.")
          boolean keep,
      @Option(
              names = "--why",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Why it takes the place of an earlier answer, which stays on record.")
          String why) {
    Output output = context.output(global);
    Regime asked = regimes(global).load(regime);
    List<Path> files = evidence == null ? List.of() : evidence;
    context
        .wiring()
        .addToAudit(global.workspaceOrDefault())
        .answer(audit, asked, clause, new AddToAudit.Said(text, files, keep), why);
    Coverage coverage = coverage(global, asked, audit);
    output.json(coverage);
    coverage.rows().stream()
        .filter(row -> row.clause().equals(clause))
        .forEach(row -> say(output, row));
    return ExitCode.DONE.number();
  }

  @Command(name = "document", description = "Write a document that came with an answer.")
  int document(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "SHA256", description = "Its digest, in hexadecimal.") String sha256,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              required = true,
              description = "Where to write it.")
          Path out) {
    Output output = context.output(global);
    AtomicFiles.export(out, context.wiring().addToAudit(global.workspaceOrDefault()).file(sha256));
    output.note("wrote " + out);
    return ExitCode.DONE.number();
  }

  @Command(
      name = "coverage",
      description =
          "Which evidence a recorded audit holds for each clause: measurements, answers, documents; never a verdict.")
  int coverage(
      @Mixin GlobalOptions global,
      @Parameters(index = "0", paramLabel = "R", description = "A regime's id or a file.")
          String regime,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "AUDIT",
              defaultValue = "latest",
              description = "Id of the audit (default: latest).")
          String audit) {
    Output output = context.output(global);
    Regime asked = regimes(global).load(regime);
    Coverage coverage = coverage(global, asked, audit);
    output.json(coverage);
    output.say(
        Visible.of(asked.title()) + ": evidence as of " + asked.asOf() + "; this is no verdict.");
    coverage.rows().forEach(row -> say(output, row));
    output.say(coverage.words() + ".");
    return ExitCode.DONE.number();
  }

  private Coverage coverage(GlobalOptions global, Regime regime, String audit) {
    var dossier = context.wiring().audits(global.workspaceOrDefault()).load(audit).dossier();
    return Coverage.of(
        regime, dossier.run().evaluation(), dossier.additions().answers(regime.id()));
  }

  private static void say(Output output, Coverage.Row row) {
    output.say(
        String.format(
            "  %-8s %s  %s", row.state().word(), Visible.of(row.clause()), Visible.of(row.asks())));
    if (!row.evidence().isEmpty()) {
      output.say("           has: " + Visible.of(String.join(", ", row.evidence())));
    }
    for (Answer.Document document : row.documents()) {
      output.say(
          "           " + Visible.of(document.name(), LONGEST_SHOWN) + "  " + document.sha256());
    }
    if (!row.reason().isEmpty()) {
      output.say("           " + Visible.of(row.reason()));
    }
  }
}
