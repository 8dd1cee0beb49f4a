package dev.assay.check;

import dev.assay.common.UsageError;
import dev.assay.evaluation.CheckResult;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.List;

/// All checks there are.
public final class Checks {

  private Checks() {}

  /// Every check, family by family.
  public static List<Check> all() {
    return List.of();
  }

  /// The checks that these words ask for.
  ///
  /// @param words "all", "none", families or ids
  /// @throws UsageError when a word names no check; the remedy lists the known ones
  public static List<Check> select(List<String> words) {
    return all();
  }

  /// Runs the checks in order; one that fails becomes a result with status ERROR, never an
  /// exception.
  public static List<CheckResult> run(
      List<Check> checks, CheckInput input, Progress progress, Cancellation cancellation) {
    return checks.stream().map(c -> c.run(input, cancellation)).toList();
  }
}
