package dev.assay.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

/// Work on rows that other processors do while one thread reads on: rows are handed over by the
/// thousand.
///
/// @param <T> a row
/// @param <R> what is made of it
final class Beside<T, R> {

  private static final int HANDED_OVER = 1 << 11;

  private final Function<T, R> work;
  private final List<ForkJoinTask<List<R>>> begun = new ArrayList<>();
  private List<T> waiting = new ArrayList<>(HANDED_OVER);

  Beside(Function<T, R> work) {
    this.work = work;
  }

  /// Takes the next row.
  void add(T row) {
    waiting.add(row);
    if (waiting.size() == HANDED_OVER) {
      handOver();
    }
  }

  /// What was made of all rows, in their order.
  List<R> all() {
    handOver();
    List<R> made = new ArrayList<>(begun.size() * HANDED_OVER);
    begun.forEach(part -> made.addAll(part.join()));
    return made;
  }

  private void handOver() {
    List<T> rows = waiting;
    waiting = new ArrayList<>(HANDED_OVER);
    begun.add(ForkJoinPool.commonPool().submit(() -> rows.stream().map(work).toList()));
  }
}
