package dev.assay.app.cli;

import dev.assay.app.wiring.Wiring;
import dev.assay.common.AssayException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The root of the command line.
@Command(
    name = "assay",
    description = "Evaluates models, records audits and reports them, on this machine alone.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      InspectCommand.class,
      EvaluateCommand.class,
      AuditCommand.class,
      GateCommand.class,
      ExplainCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      DiffCommand.class,
      ForecastCommand.class,
      CardCommand.class,
      SignCommand.class,
      WorkflowCommand.class,
      SignatoryCommand.class,
      DatasheetCommand.class,
      ModelCommand.class,
      VerifyCommand.class,
      LedgerCommand.class,
      PolicyCommand.class,
      ProbeCommand.class,
      RegimeCommand.class,
      FeedbackCommand.class,
      DoctorCommand.class,
      BenchCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, policy passed; 1 policy failed; 2 wrong usage;",
      "3 input rejected; 4 evaluation did not finish; 5 insufficient evidence;",
      "70 a defect of Assay."
    })
public final class AssayCommand implements Runnable {

  private final PrintStream out;

  AssayCommand(PrintStream out) {
    this.out = out;
  }

  /// Runs one command.
  ///
  /// @param args the command line
  /// @param out receives results
  /// @param err receives progress and errors
  /// @return the exit code
  public static int run(String[] args, PrintStream out, PrintStream err) {
    CommandContext context = new CommandContext(new Wiring(), out, err, List.of(args));
    CommandLine commandLine = new CommandLine(new AssayCommand(out), new CommandFactory(context));
    commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler((error, arguments) -> usage(error, err));
    commandLine.setExecutionExceptionHandler(
        (error, command, parsed) -> failed(error, parsed, context));
    return commandLine.execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, out);
  }

  private static int usage(ParameterException error, PrintStream err) {
    CommandLine command = error.getCommandLine();
    err.println("assay: " + error.getMessage());
    err.println("       See '" + command.getCommandSpec().qualifiedName() + " --help'. [USAGE]");
    return ExitCode.USAGE.number();
  }

  private static int failed(Exception error, ParseResult parsed, CommandContext context) {
    Output output = context.outputOfFailed(parsed);
    if (error instanceof AssayException known) {
      output.error(known);
      return ExitCode.of(known).number();
    }
    output.defect(error);
    return ExitCode.DEFECT.number();
  }
}
