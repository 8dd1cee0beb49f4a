package dev.assay.app.cli;

/// What this machine offers, in a screenful.
final class DoctorSummary {

  private final Output output;

  DoctorSummary(Output output) {
    this.output = output;
  }

  void print(Object examination) {
    output.say(examination.toString());
  }
}
