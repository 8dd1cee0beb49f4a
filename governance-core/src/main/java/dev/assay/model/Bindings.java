package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.DatasetSpec;
import org.jspecify.annotations.Nullable;

/// Fits a model to a dataset.
public final class Bindings {

  private Bindings() {}

  /// Which columns feed which inputs and what the outputs mean: as described, else guessed by name,
  /// then type and shape; each with its reason.
  ///
  /// @throws InputRejected when an input cannot be fed or no output can be read; the sentence names
  ///   both sides
  public static ModelBinding bind(
      ModelArtefact model, DatasetSpec dataset, @Nullable ModelSpec described) {
    throw new IllegalStateException("to be built");
  }
}
