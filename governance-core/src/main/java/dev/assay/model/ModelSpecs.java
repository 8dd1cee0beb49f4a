package dev.assay.model;

import java.nio.file.Path;
import java.util.Optional;

/// Reads `*.model.json`.
public final class ModelSpecs {

  private ModelSpecs() {}

  /// Reads a description.
  ///
  /// @throws dev.assay.common.InputRejected when it is not one; the sentence names the place
  public static ModelSpec read(Path file) {
    throw new IllegalStateException("to be built: " + file);
  }

  /// The description that lies beside a model: `x.onnx` and `x.model.json`; `model.json` in a
  /// model's folder.
  public static Optional<Path> beside(Path model) {
    throw new IllegalStateException("to be built: " + model);
  }
}
