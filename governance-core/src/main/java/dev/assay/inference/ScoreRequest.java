package dev.assay.inference;

import dev.assay.model.ModelBinding;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What to score.
///
/// @param model the ONNX file; external data lies beside it
/// @param datasetFolder columnar files of the imported dataset
/// @param binding which columns feed which inputs, and what the outputs mean
/// @param plan how to run
/// @param output an empty folder that receives columnar files and `scores.json` (the [ScoreReport])
/// @param files folder that paths in the dataset are relative to, absent where none are read
/// @param changes column that says what is done to each image before it is scored, absent = nothing
public record ScoreRequest(
    Path model,
    Path datasetFolder,
    ModelBinding binding,
    RunPlan plan,
    Path output,
    @Nullable Path files,
    @Nullable String changes) {

  /// Of a dataset as it is.
  public ScoreRequest(
      Path model,
      Path datasetFolder,
      ModelBinding binding,
      RunPlan plan,
      Path output,
      @Nullable Path files) {
    this(model, datasetFolder, binding, plan, output, files, null);
  }

  /// Of a dataset without paths.
  public ScoreRequest(
      Path model, Path datasetFolder, ModelBinding binding, RunPlan plan, Path output) {
    this(model, datasetFolder, binding, plan, output, null, null);
  }
}
