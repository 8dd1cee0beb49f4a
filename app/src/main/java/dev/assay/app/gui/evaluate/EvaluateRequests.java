package dev.assay.app.gui.evaluate;

import dev.assay.usecase.EvaluateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Requests with one thing changed.
public final class EvaluateRequests {

  private static final String THRESHOLD = "--threshold";

  private EvaluateRequests() {}

  /// The same at another threshold, rounded to thousandths.
  public static EvaluateRequest at(EvaluateRequest r, double threshold) {
    double rounded = Math.round(threshold * 1000) / 1000.0;
    return r.change()
        .threshold(rounded)
        .command(command(r.command(), String.format(Locale.ROOT, "%.3f", rounded)))
        .build();
  }

  private static List<String> command(List<String> before, String threshold) {
    List<String> command = new ArrayList<>(before);
    int at = command.indexOf(THRESHOLD);
    if (at >= 0 && at + 1 < command.size()) {
      command.set(at + 1, threshold);
    } else {
      command.addAll(List.of(THRESHOLD, threshold));
    }
    return List.copyOf(command);
  }
}
