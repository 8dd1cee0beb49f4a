package dev.assay.app.cli;

import dev.assay.common.Rounded;
import dev.assay.explain.masked.ProbeSuite;
import dev.assay.explain.masked.ProbeSuites;
import dev.assay.usecase.ProbeAsked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Suites of questions to masked language models.
@Command(name = "probe", description = "List and check suites of probes of masked language models.")
final class ProbeCommand {

  private final CommandContext context;

  ProbeCommand(CommandContext context) {
    this.context = context;
  }

  @Command(name = "list", description = "The suites that come with Assay.")
  int list(@Mixin GlobalOptions global) {
    Output output = context.output(global);
    List<ProbeSuite> suites = ProbeSuites.builtIn();
    output.json(suites.stream().map(ProbeCommand::json).toList());
    suites.forEach(s -> output.say(line(s)));
    return ExitCode.DONE.number();
  }

  @Command(name = "check", description = "Whether a file is a suite; says where it is not.")
  int check(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "SUITE", description = "A suite by name, or a file.") String suite) {
    Output output = context.output(global);
    ProbeSuite found = ProbeSuites.named(suite);
    output.json(json(found));
    output.say(line(found));
    return ExitCode.DONE.number();
  }

  private static String line(ProbeSuite suite) {
    return String.format(
        Locale.ROOT,
        "%-16s %-18s %6s rows  %s",
        suite.id(),
        ProbeAsked.word(suite.kind()),
        Rounded.count(suite.rows().size()),
        suite.title());
  }

  private static Map<String, Object> json(ProbeSuite suite) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", suite.id());
    all.put("title", suite.title());
    all.put("description", suite.description());
    all.put("probe", ProbeAsked.word(suite.kind()));
    all.put("rows", suite.rows().size());
    return all;
  }
}
