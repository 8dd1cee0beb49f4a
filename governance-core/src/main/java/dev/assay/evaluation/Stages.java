package dev.assay.evaluation;

import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/// The stages of an evaluation: watched, and stopped between blocks.
///
/// @param progress who watches
/// @param cancellation who may stop it
record Stages(Progress progress, Cancellation cancellation) {

  /// Says what begins.
  void begin(String step) {
    cancellation.check();
    progress.report(step, 0, -1);
  }

  /// Runs blocks on several threads; see [Blocks#run].
  void run(String step, int blocks, int threads, IntConsumer block) {
    AtomicLong done = new AtomicLong();
    progress.report(step, 0, blocks);
    Blocks.run(
        blocks,
        threads,
        i -> {
          cancellation.check();
          block.accept(i);
          progress.report(step, done.incrementAndGet(), blocks);
        });
  }
}
