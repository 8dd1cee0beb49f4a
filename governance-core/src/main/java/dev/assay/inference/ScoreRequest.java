package dev.assay.inference;

import dev.assay.model.ModelBinding;
import java.nio.file.Path;

/// What to score.
///
/// @param model the ONNX file; external data lies beside it
/// @param datasetFolder columnar files of the imported dataset
/// @param binding which columns feed which inputs, and what the outputs mean
/// @param plan how to run
/// @param output an empty folder that receives columnar files and `scores.json` (the [ScoreReport])
public record ScoreRequest(
    Path model, Path datasetFolder, ModelBinding binding, RunPlan plan, Path output) {}
