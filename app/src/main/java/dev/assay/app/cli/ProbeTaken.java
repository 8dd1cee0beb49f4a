package dev.assay.app.cli;

import dev.assay.common.UsageError;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Which options go together with a probe of a masked language model. One that says nothing to it
/// is refused: whoever gives it believes that it does something.
final class ProbeTaken {

  private static final String GLOBAL = "global";
  private static final List<String> OWN =
      List.of(
          "--model", "--data", "--dataset-spec", "--label", "--sensitive", "--texts", "--timeout");
  private static final Set<String> ALONGSIDE = Set.of("--probe", "--out");

  private ProbeTaken() {}

  /// @param spec the command as it was given
  /// @throws UsageError when an option was given that a probe does not take
  static void requireNoOther(CommandSpec spec) {
    Set<String> taken =
        Stream.concat(
                Stream.concat(OWN.stream(), ALONGSIDE.stream()),
                spec.mixins().get(GLOBAL).options().stream().map(OptionSpec::longestName))
            .collect(Collectors.toUnmodifiableSet());
    List<String> others =
        spec.commandLine().getParseResult().matchedOptions().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !taken.contains(name))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      throw new UsageError(
          "USAGE-PROBE-OPTIONS",
          "A probe of a masked language model does not take "
              + String.join(", ", others)
              + ", which would do nothing.",
          "Leave " + (others.size() == 1 ? "it" : "them") + " out; a probe takes " + names() + ".");
    }
  }

  /// @param texts columns of texts that were named
  /// @throws UsageError when some were, and nothing is probed
  static void requireProbe(List<String> texts) {
    if (!texts.isEmpty()) {
      throw new UsageError(
          "USAGE-TEXTS",
          "--texts names what a probe reads, and no probe is asked for.",
          "Give --probe, or leave --texts out.");
    }
  }

  private static String names() {
    return String.join(", ", OWN.subList(0, OWN.size() - 1)) + " and " + OWN.getLast();
  }
}
