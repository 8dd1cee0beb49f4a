package dev.assay.metric;

import dev.assay.metric.MetricDefinition.Better;
import dev.assay.metric.MetricDefinition.Family;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects definitions of one family that share a source.
final class Definitions {

  private final Family family;
  private final String source;
  private final List<MetricDefinition> all = new ArrayList<>();

  Definitions(Family family, String source) {
    this.family = family;
    this.source = source;
  }

  /// A share of rows, between 0 and 1.
  Definitions rate(
      String id, String name, String formula, Better better, String undefined, String explanation) {
    return add(id, name, formula, 0.0, 1.0, better, undefined, explanation);
  }

  Definitions add(
      String id,
      String name,
      String formula,
      @Nullable Double lowest,
      @Nullable Double highest,
      Better better,
      String undefined,
      String explanation) {
    all.add(
        new MetricDefinition(
            id, name, family, formula, explanation, lowest, highest, better, undefined, source));
    return this;
  }

  List<MetricDefinition> list() {
    return List.copyOf(all);
  }
}
