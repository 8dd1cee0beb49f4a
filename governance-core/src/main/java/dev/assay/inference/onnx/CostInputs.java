package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.model.ModelArtefact;
import java.util.List;
import java.util.Set;

/// Inputs for timed calls, taken from a dataset.
interface CostInputs extends AutoCloseable {

  /// What a prediction is about: "row", "text", "answer".
  String unit();

  /// The shapes to time, the smallest first.
  List<Shape> shapes();

  /// The timed length that half of the texts do not exceed, 0 when no texts are read.
  int typicalTokens();

  /// Tokens that 95 % of the texts do not exceed, 0 when no texts are read.
  int longestTokens();

  /// A model whose calls are given these inputs; closing it closes the session.
  ///
  /// @param wanted outputs that predictions need
  TimedModel timed(OrtSession session, ModelArtefact model, Set<String> wanted);

  /// Calls of each shape that warm up and are not timed.
  default int warmUps() {
    return 3;
  }

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
