package dev.assay.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that every command takes.
final class GlobalOptions {

  @Option(
      names = "--json",
      description = "Print the result as JSON on standard output, and nothing else there.")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no summary.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show the stack trace of an error.")
  boolean verbose;

  @Option(
      names = "--workspace",
      paramLabel = "FILE.assay",
      description =
          "The workspace that audits are recorded in (default: ~/.assay/workspace.assay).")
  @Nullable Path workspace;

  /// The workspace that was named, else the user's own.
  Path workspaceOrDefault() {
    Path named = workspace;
    return named != null
        ? named.toAbsolutePath()
        : Path.of(System.getProperty("user.home"), ".assay", "workspace.assay");
  }
}
