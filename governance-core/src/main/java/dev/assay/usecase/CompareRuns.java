package dev.assay.usecase;

import dev.assay.compare.ComparedRun;
import dev.assay.compare.RunComparer;
import dev.assay.compare.RunComparison;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;

/// Two runs side by side, with the rows of those that are open.
public final class CompareRuns {

  private static final long SEED = 7;

  private CompareRuns() {}

  /// What is compared of an open run: its facts and its rows.
  public static ComparedRun open(OpenRun run) {
    return new ComparedRun(run.run().evaluation(), run.predictions(), run.attributes());
  }

  /// Compares champion and challenger.
  public static RunComparison compare(
      ComparedRun champion, ComparedRun challenger, Progress progress, Cancellation cancellation) {
    return RunComparer.compare(
        champion,
        challenger,
        SEED,
        Runtime.getRuntime().availableProcessors(),
        progress,
        cancellation);
  }
}
