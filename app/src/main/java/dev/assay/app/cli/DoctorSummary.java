package dev.assay.app.cli;

import dev.assay.inference.DeviceChoice.Trial;
import dev.assay.usecase.Examination;
import dev.assay.usecase.Examination.Device;
import dev.assay.usecase.Examination.Isolation;
import dev.assay.usecase.Examination.Place;
import dev.assay.usecase.Examination.Probe;
import java.util.Locale;
import java.util.stream.Collectors;

/// What this machine offers, in a screenful.
final class DoctorSummary {

  private final Output output;

  DoctorSummary(Output output) {
    this.output = output;
  }

  void print(Examination examination) {
    line("assay", examination.assay());
    line(
        "java",
        examination.java().version()
            + ", "
            + examination.java().vendor()
            + ", "
            + examination.java().home());
    line(
        "machine",
        String.format(
            Locale.ROOT,
            "%s, %s, %d processors, %s",
            examination.machine().system(),
            examination.machine().architecture(),
            examination.machine().processors(),
            size(examination.machine().memoryBytes())));
    worker(examination.worker());
    examination.libraries().forEach((name, version) -> line(name.replace('_', ' '), version));
    examination.devices().forEach(this::device);
    examination.probes().forEach(this::probe);
    examination.places().forEach(this::place);
    output.say("");
    if (examination.problems().isEmpty()) {
      output.say("Nothing is missing.");
    }
    examination
        .problems()
        .forEach(problem -> output.say("! " + problem.sentence() + "\n  " + problem.remedy()));
  }

  private void worker(Isolation worker) {
    Long limit = worker.memoryLimitBytes();
    line(
        "isolation",
        worker.level() + (limit == null ? "" : ", at most " + size(limit) + " for small files"));
    Long start = worker.startMillis();
    Long engines = worker.enginesMillis();
    if (start != null) {
      line(
          "worker start",
          start + " ms" + (engines == null ? "" : ", and " + engines + " ms for its engines"));
    }
  }

  private void device(Device device) {
    line(
        device.kind(),
        device.name() + (device.usable() ? "" : " (not used: " + device.why() + ")"));
  }

  /// "lending.onnx: cuda:0 (cpu 50.0 rows a second, cuda:0 1,000.0 rows a second; …)".
  private void probe(Probe probe) {
    String found =
        probe.trials().stream().map(DoctorSummary::words).collect(Collectors.joining("; "));
    line(
        "auto",
        probe.model()
            + ": "
            + probe.device()
            + " ("
            + found
            + "; "
            + probe.measured()
            + (probe.current() ? "" : ", is measured again by the next run")
            + ")");
  }

  private static String words(Trial trial) {
    return trial.device()
        + (trial.reason().isEmpty() ? " " : ": ")
        + (trial.reason().isEmpty()
            ? String.format(Locale.ROOT, "%,.1f rows a second", trial.rowsPerSecond())
            : trial.why());
  }

  private void place(Place place) {
    line(
        place.purpose(),
        place.path()
            + (place.exists() ? "" : ", to be made")
            + (place.writable() ? "" : ", cannot be written")
            + (place.freeBytes() < 0 ? "" : ", " + size(place.freeBytes()) + " free"));
  }

  private void line(String name, String value) {
    output.say(String.format(Locale.ROOT, "%-20s %s", name, value));
  }

  private static String size(long bytes) {
    return bytes < 0
        ? "unknown memory"
        : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (1L << 30));
  }
}
