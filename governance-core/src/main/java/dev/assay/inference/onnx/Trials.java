package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// Runs the same rows in several ways by turns, so that whatever else the machine does falls on all
/// of them.
final class Trials implements AutoCloseable {

  private static final int ROUNDS = 5;

  private final List<Trial> trials = new ArrayList<>();
  private final Cancellation cancellation;

  Trials(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /// One way and what it took.
  static final class Trial {
    private final SampleRun.Way way;
    private final SampleRun run;
    private final List<Long> taken = new ArrayList<>();

    private Trial(SampleRun.Way way, SampleRun run) {
      this.way = way;
      this.run = run;
    }

    SampleRun.Way way() {
      return way;
    }

    /// The median in nanoseconds; not asked before [Trials#take].
    double median() {
      long[] sorted = taken.stream().mapToLong(n -> n).sorted().toArray();
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
  }

  /// A further way.
  void add(SampleRun.Sample sample, SampleRun.Way way) throws OrtException {
    trials.add(new Trial(way, sample.open(way)));
  }

  /// Five rounds, or two where time runs out; a round before them warms up.
  ///
  /// @param until when time runs out, as [System#nanoTime] counts
  /// @return in the order in which they were added
  List<Trial> take(long until) throws OrtException {
    try (RunOptions options = new RunOptions();
        CancelWatch _ = CancelWatch.over(options, cancellation)) {
      for (int round = 0; round <= ROUNDS; round++) {
        for (Trial trial : trials) {
          cancellation.check();
          long nanos = trial.run.nanos(options);
          if (round > 0) {
            trial.taken.add(nanos);
          }
        }
        if (round > 1 && System.nanoTime() > until) {
          break;
        }
      }
    }
    return List.copyOf(trials);
  }

  /// The first way, unless another's median is clearly below its own.
  ///
  /// @param clearly share of the first one's time that counts as clearly less
  static SampleRun.Way fastest(List<Trial> taken, double clearly) {
    Trial first = taken.getFirst();
    Trial best = first;
    for (Trial trial : taken) {
      best = trial.median() < best.median() ? trial : best;
    }
    return best.median() < clearly * first.median() ? best.way : first.way;
  }

  @Override
  public void close() throws OrtException {
    for (Trial trial : trials) {
      trial.run.close();
    }
  }
}
