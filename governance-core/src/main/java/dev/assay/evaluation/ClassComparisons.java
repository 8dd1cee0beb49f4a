package dev.assay.evaluation;

import dev.assay.metric.BinaryStatistics;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Comparisons of groups in one class against the rest, or in one label against its absence.
///
/// @param settings what all numbers have in common
/// @param scored whether there are scores
record ClassComparisons(EvaluationSettings settings, boolean scored) {

  /// @param target the class or label
  /// @param groups its statistics in each group of the slicing
  List<Supplier<List<Tested>>> of(Slicing slicing, String target, List<BinaryStatistics> groups) {
    List<BinarySlice> slices =
        IntStream.range(0, groups.size())
            .mapToObj(g -> new BinarySlice(slicing.keys().get(g), groups.get(g), null, Double.NaN))
            .toList();
    GroupComparer<BinarySlice> comparer = new GroupComparer<>(slicing, slices, target, settings);
    List<Supplier<List<Tested>>> tasks = new ArrayList<>();
    for (Comparison<BinarySlice> one : new BinaryComparisons(true).ofClass(scored)) {
      tasks.add(() -> comparer.compare(one));
    }
    tasks.add(() -> new OddsComparisons(comparer).compare());
    return tasks;
  }
}
