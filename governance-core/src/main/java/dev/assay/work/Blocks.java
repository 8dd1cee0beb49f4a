package dev.assay.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Runs numbered blocks of work on several threads. Blocks are independent and fixed in number, so
/// that results do not depend on how many threads there are.
public final class Blocks {

  private Blocks() {}

  /// Runs block 0 to `blocks` − 1 and returns when all are done.
  ///
  /// @param threads most threads at once; 1 runs in the caller's
  /// @throws RuntimeException what a block threw, the first of them
  public static void run(int blocks, int threads, IntConsumer block) {
    int workers = Math.min(blocks, threads);
    if (workers <= 1) {
      for (int i = 0; i < blocks; i++) {
        block.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < blocks; i = next.getAndIncrement()) {
            block.accept(i);
          }
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(workers - 1)) {
      List<Future<?>> others = new ArrayList<>();
      for (int i = 1; i < workers; i++) {
        others.add(pool.submit(worker));
      }
      worker.run();
      others.forEach(Blocks::join);
    }
  }

  private static void join(Future<?> other) {
    try {
      other.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while blocks were running", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException known -> throw known;
        case Error error -> throw error;
        case Throwable unexpected -> throw new IllegalStateException(unexpected);
      }
    }
  }
}
