package dev.assay.usecase;

import dev.assay.inference.RunPlan;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Opens a run's model for what stands in no dataset.
///
/// @param intake runs the model
/// @param model the model as it can be read, absent for stored scores
/// @param plan how it runs
/// @param scratch makes folders
/// @param prefix of their names
/// @param cache keeps scores
record Asking(
    Intake intake,
    @Nullable Path model,
    RunPlan plan,
    Scratch scratch,
    String prefix,
    ScoreCache cache) {

  /// For texts that were made or changed.
  AskedTexts texts(ModelArtefact artefact, ModelBinding binding) {
    return new AskedTexts(
        intake.about("scoring changed texts"),
        Objects.requireNonNull(model),
        artefact,
        binding,
        plan,
        scratch.numbered(prefix + "asked"),
        cache);
  }

  /// For images that were made worse.
  AskedImages images(ModelArtefact artefact, ModelBinding binding) {
    return new AskedImages(
        intake.about("scoring changed images"),
        Objects.requireNonNull(model),
        artefact,
        binding,
        plan,
        scratch.numbered(prefix + "worse"),
        cache);
  }
}
