package dev.assay.app.gui.session;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.MetricValue;
import dev.assay.provenance.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The few facts of a run that lists show, without the thousands that they do not.
///
/// @param provenance what produced it
/// @param threshold decision threshold, absent where there is none
/// @param numbers main metrics of everyone, by id
public record RunFacts(
    Provenance provenance, @Nullable Double threshold, Map<String, MetricValue> numbers) {

  /// The metrics that lists show.
  public static final List<String> SHOWN = List.of("accuracy", "roc_auc", "mae");

  private static final Set<String> WANTED = Set.copyOf(SHOWN);

  /// Those of an evaluation.
  public static RunFacts of(Evaluation evaluation) {
    Map<String, MetricValue> numbers = new HashMap<>();
    for (MetricRow row : evaluation.metrics()) {
      if (row.slice().isWhole() && row.target() == null && WANTED.contains(row.metric())) {
        numbers.putIfAbsent(row.metric(), row.value());
      }
    }
    return new RunFacts(evaluation.provenance(), evaluation.threshold(), Map.copyOf(numbers));
  }
}
