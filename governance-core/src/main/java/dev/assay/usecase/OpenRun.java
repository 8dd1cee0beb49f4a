package dev.assay.usecase;

import dev.assay.cost.Cost;
import dev.assay.dataset.Dataset;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finished run whose rows can still be looked at.
///
/// @param request what was asked
/// @param run the facts
/// @param dataset the rows, with the roles that the run used
/// @param predictions truth and answers
/// @param attributes groups, aligned with the predictions
public record OpenRun(
    EvaluateRequest request,
    EvaluatedRun run,
    Dataset dataset,
    Predictions predictions,
    List<Attribute> attributes) {

  /// The same with what it took.
  OpenRun with(@Nullable Cost taken) {
    return new OpenRun(request, run.with(taken), dataset, predictions, attributes);
  }
}
