package dev.assay.app.cli;

/// What was measured, in a few lines.
final class BenchSummary {

  private final Output output;

  BenchSummary(Output output) {
    this.output = output;
  }

  void print(Object measured) {
    output.say(measured.toString());
  }
}
