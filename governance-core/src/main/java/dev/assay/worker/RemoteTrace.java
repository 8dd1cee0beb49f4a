package dev.assay.worker;

/// What a child left behind when it failed; shown with `--verbose`.
final class RemoteTrace extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param report as the child or its JVM wrote it
  RemoteTrace(String report) {
    super("in the worker:\n" + report, null, false, false);
  }

  /// The report with its heading.
  String report() {
    return String.valueOf(getMessage());
  }
}
