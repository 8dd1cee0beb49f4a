package dev.assay.usecase;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.slice.SliceKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The numbers of an evaluation by metric, slice and class.
final class MetricIndex {

  private final Map<Key, MetricRow> rows = new HashMap<>();

  MetricIndex(Evaluation evaluation) {
    evaluation.metrics().forEach(row -> rows.put(key(row), row));
  }

  @Nullable MetricRow find(MetricRow like) {
    return rows.get(key(like));
  }

  private static Key key(MetricRow row) {
    return new Key(row.metric(), row.slice(), row.target());
  }

  private record Key(String metric, SliceKey slice, @Nullable String target) {}
}
