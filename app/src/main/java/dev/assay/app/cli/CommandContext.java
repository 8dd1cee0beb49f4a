package dev.assay.app.cli;

import dev.assay.app.wiring.Wiring;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// What every command is given: the engine, the two streams, and the command line as it was typed.
///
/// @param wiring builds the engine on first use
/// @param out receives results
/// @param err receives progress and errors
/// @param args the command line
record CommandContext(Wiring wiring, PrintStream out, PrintStream err, List<String> args) {

  /// Output that obeys the command's options.
  Output output(GlobalOptions options) {
    return new Output(out, err, options);
  }

  /// Output for a command that failed: its options are read from what was parsed.
  Output outputOfFailed(ParseResult parsed) {
    GlobalOptions options = new GlobalOptions();
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    options.json = last.hasMatchedOption("--json");
    options.verbose = last.hasMatchedOption("--verbose");
    return output(options);
  }
}
