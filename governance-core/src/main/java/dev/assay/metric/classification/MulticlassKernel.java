package dev.assay.metric.classification;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.JoinedPredictions;
import dev.assay.metric.MulticlassStatistics;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.slice.Slicing;
import dev.assay.work.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sufficient statistics of a classifier with three or more classes, for everyone and for every
/// slice. Each class's probability is sorted once; counts come from the decisions.
public final class MulticlassKernel {

  private static final double HALF = 0.5;

  private final Multiclass predictions;
  private final List<SortedRows> sorted;
  private final int threads;

  private MulticlassKernel(Multiclass predictions, List<SortedRows> sorted, int threads) {
    this.predictions = predictions;
    this.sorted = sorted;
    this.threads = threads;
  }

  /// Sorts the rows by each class's probability.
  public static MulticlassKernel of(Multiclass predictions, int threads) {
    List<SortedRows> sorted = new ArrayList<>();
    double[][] probabilities = predictions.probabilities();
    if (probabilities != null) {
      for (int c = 0; c < probabilities.length; c++) {
        sorted.add(laid(predictions, c, ScoreOrder.of(probabilities[c], threads), threads));
      }
    }
    return new MulticlassKernel(predictions, sorted, threads);
  }

  /// This kernel's rows and the other's as one kernel, the other's rows after these; sorted rows
  /// are merged, not sorted again.
  public MulticlassKernel merge(MulticlassKernel other) {
    Multiclass joined = JoinedPredictions.of(predictions, other.predictions);
    List<SortedRows> rows = new ArrayList<>();
    double[][] probabilities = joined.probabilities();
    if (probabilities != null) {
      for (int c = 0; c < probabilities.length; c++) {
        int[] own = sorted.get(c).order();
        int[] others = other.sorted.get(c).order();
        rows.add(laid(joined, c, ScoreOrder.merge(own, others, probabilities[c]), threads));
      }
    }
    return new MulticlassKernel(joined, rows, threads);
  }

  private static SortedRows laid(Multiclass predictions, int c, int[] order, int threads) {
    double[][] probabilities = Objects.requireNonNull(predictions.probabilities());
    return SortedRows.of(
        order,
        isClass(predictions.truth(), c),
        probabilities[c],
        predictions.weights(),
        HALF,
        threads);
  }

  private static boolean[] isClass(int[] truth, int c) {
    boolean[] is = new boolean[truth.length];
    for (int i = 0; i < is.length; i++) {
      is[i] = truth[i] == c;
    }
    return is;
  }

  /// The statistics of everyone.
  public MulticlassStatistics whole() {
    return pass(null).getFirst();
  }

  /// The statistics of every slice of every slicing, in their order.
  public List<List<MulticlassStatistics>> of(List<Slicing> slicings) {
    List<List<MulticlassStatistics>> all = new ArrayList<>();
    slicings.forEach(slicing -> all.add(pass(slicing)));
    return all;
  }

  private List<MulticlassStatistics> pass(@Nullable Slicing slicing) {
    int @Nullable [] codes = slicing == null ? null : slicing.codes();
    int groups = slicing == null ? 1 : slicing.size();
    List<Slicing> slicings = slicing == null ? List.of() : List.of(slicing);
    int classes = predictions.classes().size();
    DecisionPass decisions = new DecisionPass(predictions, codes, groups);
    List<List<BinaryStatistics>> ranked = new ArrayList<>();
    double[][][] won = new double[classes][][];
    for (int c = 0; c < sorted.size(); c++) {
      ranked.add(List.of());
    }
    Blocks.run(
        2 * sorted.size() + 1,
        threads,
        task -> {
          if (task == 2 * sorted.size()) {
            decisions.run();
          } else if (task % 2 == 0) {
            ranked.set(
                task / 2,
                BinaryKernel.statistics(sorted.get(task / 2), slicings, slicing == null, 1)
                    .getFirst());
          } else {
            won[task / 2] =
                new PairwisePass(
                        sorted.get(task / 2), predictions.truth(), codes, groups, classes, task / 2)
                    .run();
          }
        });
    List<MulticlassStatistics> statistics = new ArrayList<>(groups);
    for (int g = 0; g < groups; g++) {
      statistics.add(decisions.statistics(g, ranked, won));
    }
    return statistics;
  }
}
