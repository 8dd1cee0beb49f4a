package dev.assay.model;

import dev.assay.common.InputRejected;
import java.nio.file.Path;

/// Reads an ONNX model without running it, and looks at it statically before any native code does.
/// Runs in the worker.
public final class ModelReader {

  private ModelReader() {}

  /// Reads the model.
  ///
  /// @param model a `.onnx` file; external data lies beside it
  /// @throws InputRejected when it is no ONNX model at all; what is suspicious but readable is in
  ///   the pre-scan
  public static ModelArtefact read(Path model) {
    throw new IllegalStateException("to be built: " + model);
  }
}
