package dev.assay.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/// Independent pieces of work whose results are put together in their order, whatever the number of
/// threads.
final class SliceBlocks {

  private SliceBlocks() {}

  /// Results of piece 0 to `pieces` − 1, one after the other.
  static <T> List<T> run(
      String step, int pieces, int threads, Stages stages, IntFunction<List<T>> piece) {
    List<List<T>> results = new ArrayList<>(Collections.nCopies(pieces, List.of()));
    stages.run(step, pieces, threads, i -> results.set(i, piece.apply(i)));
    List<T> all = new ArrayList<>();
    results.forEach(all::addAll);
    return all;
  }
}
