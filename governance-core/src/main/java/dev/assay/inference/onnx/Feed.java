package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

/// Fills one input of the model, batch after batch.
interface Feed extends AutoCloseable {

  /// Name of the input.
  String input();

  /// The input for `rows` rows, of which the first `count` are the dataset's from `from` on and the
  /// rest repeat the last of them. Valid until the next call.
  OnnxTensor fill(int from, int count, int rows) throws OrtException;

  /// Whether the model can be asked about a row (0-based) that was filled in. One that it cannot be
  /// asked about is left out of the answers.
  default boolean answers(int row) {
    return true;
  }

  /// Finite numbers that the input's type could not hold.
  long overflowed();

  @Override
  void close();
}
