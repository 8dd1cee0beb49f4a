package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.regime.Coverage;
import dev.assay.regime.Regime;
import dev.assay.regime.Regimes;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Rules and standards, and which of their evidence an audit holds.
@Command(
    name = "regime",
    description = "List, show and check regimes; what evidence an audit holds for one.",
    subcommands = {PublishCommand.class})
final class RegimeCommand {

  private final CommandContext context;

  RegimeCommand(CommandContext context) {
    this.context = context;
  }

  @Command(name = "list", description = "The built-in regimes.")
  int list(@Mixin GlobalOptions global) {
    Output output = context.output(global);
    List<Regime> regimes = Regimes.builtIn();
    output.json(regimes);
    regimes.forEach(
        r ->
            output.say(
                String.format(
                    "%-20s %2d clauses  as of %s  %s",
                    r.id(), r.clauses().size(), r.asOf(), r.title())));
    return ExitCode.DONE.number();
  }

  @Command(name = "show", description = "A regime, clause by clause.")
  int show(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "R", description = "A built-in regime or a file.") String regime) {
    Output output = context.output(global);
    Regime shown = Regimes.load(regime);
    output.json(shown);
    output.say(Visible.of(shown.title()) + " (pack " + Visible.of(shown.version()) + ")");
    output.say("As of " + shown.asOf() + ". Source: " + Visible.of(shown.source()));
    if (!shown.notes().isEmpty()) {
      output.say(Visible.of(shown.notes()));
    }
    for (Regime.Clause clause : shown.clauses()) {
      output.say("  " + Visible.of(clause.id()) + "  " + Visible.of(clause.asks()));
      output.say("      " + Visible.of(clause.question()));
    }
    return ExitCode.DONE.number();
  }

  @Command(name = "check", description = "Whether a regime file is valid; says where it is not.")
  int check(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "FILE", description = "A regime file.") String regime) {
    Output output = context.output(global);
    Regime checked = Regimes.load(regime);
    output.json(checked);
    output.say(
        Visible.of(checked.id())
            + " version "
            + Visible.of(checked.version())
            + " is valid: "
            + checked.clauses().size()
            + " clauses.");
    return ExitCode.DONE.number();
  }

  @Command(
      name = "coverage",
      description = "Which evidence a recorded audit holds for each clause; never a verdict.")
  int coverage(
      @Mixin GlobalOptions global,
      @Parameters(index = "0", paramLabel = "R", description = "A built-in regime or a file.")
          String regime,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "AUDIT",
              defaultValue = "latest",
              description = "Id of the audit (default: latest).")
          String audit) {
    Output output = context.output(global);
    Regime asked = Regimes.load(regime);
    var recorded = context.wiring().audits(global.workspaceOrDefault()).load(audit);
    Coverage coverage = Coverage.of(asked, recorded.dossier().run().evaluation());
    output.json(coverage);
    output.say(
        Visible.of(asked.title()) + ": evidence as of " + asked.asOf() + "; this is no verdict.");
    for (Coverage.Row row : coverage.rows()) {
      output.say(
          String.format(
              "  %-8s %s  %s",
              row.state().name().toLowerCase(Locale.ROOT),
              Visible.of(row.clause()),
              Visible.of(row.asks())));
      if (!row.reason().isEmpty()) {
        output.say("           " + Visible.of(row.reason()));
      }
    }
    output.say(
        coverage.count(Coverage.State.COVERED)
            + " covered, "
            + coverage.count(Coverage.State.PARTLY)
            + " partly, "
            + coverage.count(Coverage.State.GAP)
            + " without evidence.");
    return ExitCode.DONE.number();
  }
}
