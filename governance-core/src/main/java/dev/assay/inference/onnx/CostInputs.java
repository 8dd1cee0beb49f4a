package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;

/// Inputs for timed calls, taken from a dataset.
interface CostInputs extends AutoCloseable {

  /// What a prediction is about: "row", "text".
  String unit();

  /// The shapes to time, the smallest first.
  List<Shape> shapes();

  /// The timed length that half of the texts do not exceed, 0 when no texts are read.
  int typicalTokens();

  /// Tokens that 95 % of the texts do not exceed, 0 when no texts are read.
  int longestTokens();

  /// Inputs of a shape; another call takes other rows where making them is cheap. Valid until the
  /// next call of this shape.
  Map<String, OnnxTensor> fill(Shape shape, int call) throws OrtException;

  /// Makes the inputs of one row, as a single prediction needs them.
  void prepare(int row) throws OrtException;

  @Override
  void close();

  /// The shape of a call.
  ///
  /// @param rows rows a call
  /// @param tokens tokens of every text, 0 when the model reads no texts
  record Shape(int rows, int tokens) {}
}
