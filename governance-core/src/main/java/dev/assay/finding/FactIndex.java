package dev.assay.finding;

import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An evaluation's facts by name, made once in one pass, so that judging many slices takes time in
/// proportion to them.
final class FactIndex {

  private final Evaluation evaluation;
  private final Map<String, List<Integer>> metrics = new HashMap<>();
  private final Map<Key, MetricRow> rows = new HashMap<>();
  private final Map<SliceKey, Long> sizes = new HashMap<>();
  private final Map<String, List<Integer>> disparities = new HashMap<>();

  FactIndex(Evaluation evaluation) {
    this.evaluation = evaluation;
    for (int i = 0; i < evaluation.metrics().size(); i++) {
      MetricRow row = evaluation.metrics().get(i);
      metrics.computeIfAbsent(row.metric(), m -> new ArrayList<>()).add(i);
      rows.putIfAbsent(new Key(row.metric(), row.slice(), row.target()), row);
      sizes.merge(row.slice(), row.n(), Math::max);
    }
    for (int i = 0; i < evaluation.disparities().size(); i++) {
      disparities
          .computeIfAbsent(evaluation.disparities().get(i).metric(), m -> new ArrayList<>())
          .add(i);
    }
  }

  Evaluation evaluation() {
    return evaluation;
  }

  /// Positions of the rows of a metric.
  List<Integer> metric(String id) {
    return metrics.getOrDefault(id, List.of());
  }

  /// Positions of the comparisons of a disparity.
  List<Integer> disparity(String id) {
    return disparities.getOrDefault(id, List.of());
  }

  MetricRow metricAt(int position) {
    return evaluation.metrics().get(position);
  }

  Disparity disparityAt(int position) {
    return evaluation.disparities().get(position);
  }

  /// The row of this metric, slice and class.
  @Nullable MetricRow row(String metric, SliceKey slice, @Nullable String target) {
    return rows.get(new Key(metric, slice, target));
  }

  /// Rows in a slice, absent when no metric speaks of it.
  @Nullable Long rowsIn(SliceKey slice) {
    return sizes.get(slice);
  }

  /// Results of the check of this id, or of the checks of this family.
  List<CheckResult> checks(String check) {
    return evaluation.checks().stream()
        .filter(result -> KnownNames.matches(check, result.check()))
        .toList();
  }

  private record Key(String metric, SliceKey slice, @Nullable String target) {}
}
