package dev.assay.app.cli;

import dev.assay.usecase.BenchmarkResult;
import java.util.Locale;

/// What was measured, in a few lines.
final class BenchSummary {

  private static final double MEBI = 1024 * 1024;

  private final Output output;

  BenchSummary(Output output) {
    this.output = output;
  }

  void print(BenchmarkResult measured) {
    say(
        "%,d rows, %d groups, %d metrics each, %d threads",
        measured.rows(), measured.groups(), measured.metrics(), measured.threads());
    say("  load      %8.3f s", measured.loadSeconds());
    say(
        "  compute   %8.3f s   median of %d; the first, before compilation, %.3f s",
        measured.computeSeconds(), measured.repeats(), measured.firstSeconds());
    measured.phaseSeconds().forEach((phase, seconds) -> say("    %-10s %6.3f s", phase, seconds));
    say("  intervals %8.3f s", measured.intervalsSeconds());
    say("  peak memory %,.0f MiB", measured.peakMemoryBytes() / MEBI);
    say("  Java %s, %s", measured.java(), measured.system());
  }

  private void say(String format, Object... values) {
    output.say(String.format(Locale.ROOT, format, values));
  }
}
