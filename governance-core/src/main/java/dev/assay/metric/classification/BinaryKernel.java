package dev.assay.metric.classification;

import dev.assay.metric.BinaryStatistics;
import dev.assay.metric.JoinedPredictions;
import dev.assay.metric.classification.CellSums.GroupSums;
import dev.assay.metric.classification.Segments.Segment;
import dev.assay.predictions.Predictions.Binary;
import dev.assay.slice.Slicing;
import dev.assay.work.Blocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sufficient statistics of a binary classifier for everyone and for every slice. The rows are
/// sorted by score once. Plain sums are taken once for the finest cells that the slicings share, in
/// one parallel pass; what needs the order (AUC, average precision, equal-mass bins) is one
/// sequential read of each slicing's groups, slicings in parallel. Sums are taken in a fixed order,
/// so that they do not depend on the number of threads.
public final class BinaryKernel {

  private static final int LONGEST_SEGMENT = 1 << 16;
  private static final int MOST_CUTS = 16;

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

  /// This kernel's rows and the other's as one kernel, the other's rows after these; sorted rows
  /// are merged, not sorted again.
  public BinaryKernel merge(BinaryKernel other) {
    Binary joined = JoinedPredictions.of(predictions, other.predictions);
    double[] score = joined.score();
    if (sorted == null || other.sorted == null || score == null) {
      return new BinaryKernel(joined, null, threads);
    }
    int[] order = ScoreOrder.merge(sorted.order(), other.sorted.order(), score);
    SortedRows rows =
        SortedRows.of(order, joined.truth(), score, joined.weights(), sorted.threshold(), threads);
    return new BinaryKernel(joined, rows, threads);
  }

  /// The statistics of everyone.
  public BinaryStatistics whole() {
    return run(List.of(), true).getLast().getFirst();
  }

  /// The statistics of every slice of every slicing, in their order. A slicing of several
  /// attributes is a function of the slicings of its attributes, where these are given too.
  public List<List<BinaryStatistics>> of(List<Slicing> slicings) {
    return run(slicings, false);
  }

  /// The statistics of everyone and of every slice, at once: faster than one after the other.
  public Result wholeAnd(List<Slicing> slicings) {
    List<List<BinaryStatistics>> all = run(slicings, true);
    return new Result(all.getLast().getFirst(), all.subList(0, slicings.size()));
  }

  /// Statistics of everyone and of slices.
  ///
  /// @param whole of everyone
  /// @param slices [slicing][slice]
  public record Result(BinaryStatistics whole, List<List<BinaryStatistics>> slices) {}

  private List<List<BinaryStatistics>> run(List<Slicing> slicings, boolean withWhole) {
    if (sorted != null) {
      return statistics(sorted, slicings, withWhole, threads);
    }
    List<List<BinaryStatistics>> all = new ArrayList<>();
    for (Slicing slicing : slicings) {
      all.add(new LabelPass(predictions, slicing.codes(), slicing.size()).run());
    }
    if (withWhole) {
      all.add(new LabelPass(predictions, null, 1).run());
    }
    return List.copyOf(all);
  }

  /// The statistics of sorted rows.
  ///
  /// @param withWhole whether those of everyone come last
  static List<List<BinaryStatistics>> statistics(
      SortedRows rows, List<Slicing> slicings, boolean withWhole, int threads) {
    List<CellFamily> families =
        slicings.isEmpty()
            ? List.of(CellFamily.whole(rows.rows()))
            : CellFamily.of(slicings, rows.order(), threads);
    List<Segment> segments =
        Segments.of(rows, Math.max(LONGEST_SEGMENT, rows.rows() / MOST_CUTS + 1));
    List<CellSums> sums =
        families.stream().map(f -> CellSums.of(rows, segments, f, threads)).toList();
    int results = slicings.size() + (withWhole ? 1 : 0);
    List<List<BinaryStatistics>> all = new ArrayList<>(Collections.nCopies(results, List.of()));
    List<Runnable> tasks = new ArrayList<>();
    if (withWhole) {
      tasks.add(() -> all.set(slicings.size(), whole(rows, families, sums)));
    }
    for (int f = 0; f < families.size(); f++) {
      CellFamily family = families.get(f);
      CellSums cells = sums.get(f);
      for (int m = 0; m < family.members().size(); m++) {
        int member = m;
        tasks.add(() -> all.set(family.members().get(member), slices(rows, family, cells, member)));
      }
    }
    Blocks.run(tasks.size(), threads, i -> tasks.get(i).run());
    return List.copyOf(all);
  }

  private static List<BinaryStatistics> whole(
      SortedRows rows, List<CellFamily> families, List<CellSums> sums) {
    GroupSums[] all = sums.getFirst().groups(new int[families.getFirst().cells()], 1);
    return RankPass.whole(rows).statistics(all);
  }

  private static List<BinaryStatistics> slices(
      SortedRows rows, CellFamily family, CellSums cells, int member) {
    int[] groupOf = family.groupOf()[member];
    GroupSums[] groups = cells.groups(groupOf, family.groups()[member]);
    return RankPass.of(rows, family.cellAt(), groupOf, groups).statistics(groups);
  }
}
