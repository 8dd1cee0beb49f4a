package dev.assay.metric.classification;

import dev.assay.metric.BinaryStatistics;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Slicing;
import dev.assay.work.Blocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sufficient statistics of a binary classifier for everyone and for every slice. The rows are
/// sorted by score once; each slicing is then one sequential pass, and passes run on several
/// threads. Sums are taken in score order within a group, so that they do not depend on the number
/// of threads.
public final class BinaryKernel {

  private final Binary predictions;
  private final @Nullable SortedRows sorted;
  private final int threads;

  private BinaryKernel(Binary predictions, @Nullable SortedRows sorted, int threads) {
    this.predictions = predictions;
    this.sorted = sorted;
    this.threads = threads;
  }

  /// Sorts the rows.
  ///
  /// @param threshold a score of at least this is a positive decision
  public static BinaryKernel of(Binary predictions, double threshold, int threads) {
    double[] score = predictions.score();
    SortedRows sorted =
        score == null
            ? null
            : SortedRows.of(predictions.truth(), score, predictions.weights(), threshold, threads);
    return new BinaryKernel(predictions, sorted, threads);
  }

  /// The statistics of everyone.
  public BinaryStatistics whole() {
    return pass(null, 1).getFirst();
  }

  /// The statistics of every slice of every slicing, in their order.
  public List<List<BinaryStatistics>> of(List<Slicing> slicings) {
    List<List<BinaryStatistics>> all =
        new ArrayList<>(Collections.nCopies(slicings.size(), List.of()));
    Blocks.run(
        slicings.size(),
        threads,
        i -> all.set(i, pass(slicings.get(i).codes(), slicings.get(i).size())));
    return all;
  }

  private List<BinaryStatistics> pass(int @Nullable [] codes, int groups) {
    return sorted == null
        ? new LabelPass(predictions, codes, groups).run()
        : new GroupPass(sorted, codes, groups).run();
  }
}
