package dev.assay.app.cli;

import picocli.CommandLine.Option;

/// What an audit says beyond the evaluation; shared by audit and gate.
final class AuditOptions {

  @Option(
      names = "--policy",
      paramLabel = "P",
      defaultValue = "default",
      description =
          "A policy file, or a built-in policy (default: ${DEFAULT-VALUE}; see 'assay policy list').")
  String policy = "default";

  @Option(names = "--title", paramLabel = "T", description = "Title of the audit.")
  String title = "";

  @Option(names = "--purpose", paramLabel = "TEXT", description = "What the model is for.")
  String purpose = "";

  @Option(names = "--notes", paramLabel = "TEXT", description = "The reviewer's notes.")
  String notes = "";
}
