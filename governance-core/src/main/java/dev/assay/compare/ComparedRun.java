package dev.assay.compare;

import dev.assay.evaluation.Evaluation;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run to be compared.
///
/// @param evaluation its facts
/// @param predictions truth and answers, absent when only the facts are at hand
/// @param attributes groups, aligned with the predictions
public record ComparedRun(
    Evaluation evaluation, @Nullable Predictions predictions, List<Attribute> attributes) {

  /// A run of which only the facts are kept.
  public static ComparedRun ofFacts(Evaluation evaluation) {
    return new ComparedRun(evaluation, null, List.of());
  }
}
