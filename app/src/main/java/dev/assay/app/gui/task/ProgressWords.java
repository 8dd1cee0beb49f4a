package dev.assay.app.gui.task;

import java.util.Locale;

/// Progress in words: "scoring rows: 12,000 of 50,000, 41,000/s, 1 s left".
final class ProgressWords {

  private ProgressWords() {}

  static String of(String step, long done, long total, double seconds) {
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
