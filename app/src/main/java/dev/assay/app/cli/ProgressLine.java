package dev.assay.app.cli;

import dev.assay.work.Progress;
import java.io.PrintStream;
import java.util.Locale;

/// One line on a terminal that is written over: step, units, rate, time left. Nothing before half a
/// second.
final class ProgressLine implements Progress {

  private static final long QUIET_NANOS = 500_000_000L;
  private static final long REDRAW_NANOS = 100_000_000L;

  private final PrintStream terminal;
  private final long started = System.nanoTime();
  private String step = "";
  private long stepStarted = started;
  private long drawn;
  private boolean shown;

  ProgressLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void report(String newStep, long done, long total) {
    long now = System.nanoTime();
    if (!newStep.equals(step)) {
      step = newStep;
      stepStarted = now;
    } else if (now - drawn < REDRAW_NANOS) {
      return;
    }
    if (now - started >= QUIET_NANOS) {
      drawn = now;
      shown = true;
      terminal.print("\r\u001b[2K" + line(done, total, (now - stepStarted) / 1e9));
      terminal.flush();
    }
  }

  /// Takes the line away.
  synchronized void clear() {
    if (shown) {
      terminal.print("\r\u001b[2K");
      terminal.flush();
      shown = false;
    }
  }

  private String line(long done, long total, double seconds) {
    if (done <= 0 || seconds <= 0) {
      return step + " …";
    }
    double rate = done / seconds;
    String counted =
        total > 0
            ? String.format(Locale.ROOT, "%,d of %,d", done, total)
            : String.format(Locale.ROOT, "%,d", done);
    String left =
        total > done
            ? String.format(Locale.ROOT, ", %.0f s left", Math.ceil((total - done) / rate))
            : "";
    return String.format(Locale.ROOT, "%s: %s, %,.0f/s%s", step, counted, rate, left);
  }
}
