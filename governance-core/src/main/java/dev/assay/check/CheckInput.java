package dev.assay.check;

import dev.assay.check.behaviour.Behaviour;
import dev.assay.check.robustness.Robustness;
import dev.assay.dataset.Dataset;
import dev.assay.model.ModelBinding;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What checks look at.
///
/// @param dataset the evaluated dataset
/// @param reference an earlier dataset, for instance the training data
/// @param later a later batch
/// @param predictions truth and answers
/// @param binding which columns the model reads; absent for stored scores
/// @param attributes sensitive attributes, aligned with the predictions
/// @param threshold decision threshold
/// @param level confidence level
/// @param seed seed of every random draw
/// @param threads most threads at once
/// @param behaviour what the model answers texts that were made or changed on purpose
/// @param robustness what the model answers images that were made worse on purpose
public record CheckInput(
    Dataset dataset,
    @Nullable Dataset reference,
    @Nullable Dataset later,
    Predictions predictions,
    @Nullable ModelBinding binding,
    List<Attribute> attributes,
    double threshold,
    double level,
    long seed,
    int threads,
    Behaviour behaviour,
    Robustness robustness) {

  /// Without a model that could be asked about texts.
  public CheckInput(
      Dataset dataset,
      @Nullable Dataset reference,
      @Nullable Dataset later,
      Predictions predictions,
      @Nullable ModelBinding binding,
      List<Attribute> attributes,
      double threshold,
      double level,
      long seed,
      int threads) {
    this(
        dataset,
        reference,
        later,
        predictions,
        binding,
        attributes,
        threshold,
        level,
        seed,
        threads,
        new Behaviour.Unknown("No model that reads texts was run."));
  }

  /// Without a model that could be asked about images.
  public CheckInput(
      Dataset dataset,
      @Nullable Dataset reference,
      @Nullable Dataset later,
      Predictions predictions,
      @Nullable ModelBinding binding,
      List<Attribute> attributes,
      double threshold,
      double level,
      long seed,
      int threads,
      Behaviour behaviour) {
    this(
        dataset,
        reference,
        later,
        predictions,
        binding,
        attributes,
        threshold,
        level,
        seed,
        threads,
        behaviour,
        new Robustness.Unknown("No model that reads images was run."));
  }
}
