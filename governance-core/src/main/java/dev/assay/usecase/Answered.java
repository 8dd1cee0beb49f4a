package dev.assay.usecase;

import dev.assay.inference.ScoreReport;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.predictions.Predictions;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Truth and answers, and where the answers come from.
///
/// @param predictions truth and answers
/// @param model the model, absent for stored scores
/// @param binding how it reads the dataset, absent for stored scores
/// @param scores how it ran, absent for stored scores
/// @param engines versions of the engines of an earlier run whose scores were kept; else empty
record Answered(
    Predictions predictions,
    @Nullable ModelArtefact model,
    @Nullable ModelBinding binding,
    @Nullable ScoreReport scores,
    SortedMap<String, String> engines) {}
