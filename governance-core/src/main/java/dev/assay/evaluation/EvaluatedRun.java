package dev.assay.evaluation;

import dev.assay.cost.Cost;
import dev.assay.dataset.ImportReport;
import dev.assay.inference.ScoreReport;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import org.jspecify.annotations.Nullable;

/// A finished evaluation with what it was made from.
///
/// @param evaluation the facts
/// @param data how the dataset was read
/// @param model the model, absent for stored scores
/// @param binding how model and dataset fit together, absent for stored scores
/// @param scores how the model ran, absent for stored scores
public record EvaluatedRun(
    Evaluation evaluation,
    ImportReport data,
    @Nullable ModelArtefact model,
    @Nullable ModelBinding binding,
    @Nullable ScoreReport scores) {

  /// The same with what it took.
  public EvaluatedRun with(@Nullable Cost taken) {
    return new EvaluatedRun(evaluation.with(taken), data, model, binding, scores);
  }
}
