package dev.assay.compare;

import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How two runs are compared.
///
/// @param level confidence level
/// @param draws tables drawn for numbers without a closed form
/// @param seed of all draws
/// @param threads most threads at once; results do not depend on it
/// @param progress hears how far it has come
/// @param cancellation stops it
record Comparing(
    double level, int draws, long seed, int threads, Progress progress, Cancellation cancellation) {

  void step(String what, long done, long total) {
    cancellation.check();
    progress.report(what, done, total);
  }

  /// Differences of the tables of slices that have rows.
  List<Estimate> tables(
      List<JointTable> tables,
      List<? extends Subject> subjects,
      @Nullable String target,
      boolean resampled) {
    TableDifferences differences = new TableDifferences(level, draws, seed);
    List<List<Estimate>> found = new ArrayList<>(Collections.nCopies(tables.size(), List.of()));
    Blocks.run(
        tables.size(),
        threads,
        g -> {
          cancellation.check();
          JointTable table = tables.get(g);
          if (table.n() > 0) {
            found.set(g, differences.of(subjects.get(g), target, table, resampled));
          }
        });
    return found.stream().flatMap(List::stream).toList();
  }
}
