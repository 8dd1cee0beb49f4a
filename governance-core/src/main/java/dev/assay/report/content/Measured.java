package dev.assay.report.content;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The metric rows of an evaluation, found by slice and metric without a search.
final class Measured {

  private final Map<SliceKey, Map<String, MetricRow>> plain = new LinkedHashMap<>();
  private final Map<SliceKey, List<MetricRow>> perClass = new LinkedHashMap<>();

  Measured(Evaluation evaluation) {
    for (MetricRow row : evaluation.metrics()) {
      if (row.target() == null) {
        plain.computeIfAbsent(row.slice(), s -> new LinkedHashMap<>()).put(row.metric(), row);
      } else {
        perClass.computeIfAbsent(row.slice(), s -> new ArrayList<>()).add(row);
      }
    }
  }

  @Nullable MetricRow row(String metric, SliceKey slice) {
    return of(slice).get(metric);
  }

  /// Rows of a slice by metric, in the order of the evaluation.
  Map<String, MetricRow> of(SliceKey slice) {
    return plain.getOrDefault(slice, Map.of());
  }

  /// Rows of a slice that speak of one class each.
  List<MetricRow> perClass(SliceKey slice) {
    return perClass.getOrDefault(slice, List.of());
  }

  /// Slices over exactly these attributes, in the order of the evaluation.
  List<SliceKey> over(Set<String> attributes) {
    return plain.keySet().stream().filter(s -> s.conditions().keySet().equals(attributes)).toList();
  }

  /// Every slice.
  Set<SliceKey> slices() {
    return plain.keySet();
  }

  /// Rows in a slice.
  long n(SliceKey slice) {
    return of(slice).values().stream().mapToLong(MetricRow::n).max().orElse(0);
  }
}
