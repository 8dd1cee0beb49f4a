package dev.assay.app;

import dev.assay.app.cli.AssayCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the command line within this process, as a test would type it.
///
/// @param exitCode what the process would say when it ends
/// @param out standard output
/// @param err standard error
public record Cli(int exitCode, String out, String err) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /// Runs one command.
  public static Cli run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        AssayCommand.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Cli(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Runs one command.
  public static Cli run(List<String> args) {
    return run(args.toArray(String[]::new));
  }

  /// Standard output as JSON.
  public JsonNode json() {
    return MAPPER.readTree(out);
  }
}
