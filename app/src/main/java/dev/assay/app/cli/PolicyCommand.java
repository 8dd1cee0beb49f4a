package dev.assay.app.cli;

import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import dev.assay.finding.PolicyDifference;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The policies that findings are judged by.
@Command(name = "policy", description = "List, show, check and compare policies.")
final class PolicyCommand {

  private final CommandContext context;

  PolicyCommand(CommandContext context) {
    this.context = context;
  }

  @Command(name = "list", description = "The built-in policies.")
  int list(@Mixin GlobalOptions global) {
    Output output = context.output(global);
    List<Policy> policies = Policies.builtIn();
    output.json(policies);
    policies.forEach(
        p -> output.say(String.format("%-22s %2d rules  %s", p.id(), p.rules().size(), p.title())));
    return ExitCode.DONE.number();
  }

  @Command(name = "show", description = "A policy, rule by rule.")
  int show(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "P", description = "A built-in policy or a file.") String policy) {
    Output output = context.output(global);
    Policy shown = Policies.load(policy);
    output.json(shown);
    output.say(shown.id() + " version " + shown.version() + ": " + shown.title());
    shown.rules().forEach(rule -> output.say("  " + rule.id() + "  " + Json.write(rule)));
    return ExitCode.DONE.number();
  }

  @Command(name = "check", description = "Whether a policy file is valid; says where it is not.")
  int check(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "FILE", description = "A policy file.") String policy) {
    Output output = context.output(global);
    Policy checked = Policies.load(policy);
    output.json(checked);
    output.say(
        checked.id()
            + " version "
            + checked.version()
            + " is valid: "
            + checked.rules().size()
            + " rules.");
    return ExitCode.DONE.number();
  }

  @Command(name = "diff", description = "What differs between two policies, rule by rule.")
  int diff(
      @Mixin GlobalOptions global,
      @Parameters(index = "0", paramLabel = "BEFORE", description = "A built-in policy or a file.")
          String before,
      @Parameters(index = "1", paramLabel = "AFTER", description = "A built-in policy or a file.")
          String after) {
    Output output = context.output(global);
    PolicyDifference difference =
        PolicyDifference.between(Policies.load(before), Policies.load(after));
    output.json(difference);
    output.say(difference.words());
    difference.head().forEach(line -> output.say("  " + Visible.of(line)));
    for (PolicyDifference.RuleChange rule : difference.rules()) {
      output.say("  " + rule.kind().name().toLowerCase(Locale.ROOT) + " " + rule.id());
      rule.words().forEach(words -> output.say("    " + Visible.of(words)));
    }
    return ExitCode.DONE.number();
  }
}
