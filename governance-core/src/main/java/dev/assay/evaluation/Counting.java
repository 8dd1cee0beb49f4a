package dev.assay.evaluation;

import dev.assay.dataset.Warning;
import java.util.List;
import java.util.Locale;

/// How many questions an evaluation asks at once.
final class Counting {

  private Counting() {}

  /// What it means for reading p-values.
  static List<Warning> note(int tests) {
    return tests < 2
        ? List.of()
        : List.of(
            new Warning(
                "EVALUATION-MANY-TESTS",
                String.format(
                    Locale.ROOT,
                    "%,d tests of no difference between groups were made; adjusted p-values are"
                        + " Holm's over all of them.",
                    tests),
                "Read adjusted p-values when looking over many groups, and never without the size"
                    + " of the difference."));
  }
}
