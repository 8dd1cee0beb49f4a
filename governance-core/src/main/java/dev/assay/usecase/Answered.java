package dev.assay.usecase;

import dev.assay.inference.ScoreReport;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.predictions.Predictions;
import org.jspecify.annotations.Nullable;

/// Truth and answers, and where the answers come from.
///
/// @param predictions truth and answers
/// @param model the model, absent for stored scores
/// @param binding how it reads the dataset, absent for stored scores
/// @param scores how it ran, absent for stored scores
record Answered(
    Predictions predictions,
    @Nullable ModelArtefact model,
    @Nullable ModelBinding binding,
    @Nullable ScoreReport scores) {}
