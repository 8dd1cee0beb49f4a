package dev.assay.inference.onnx;

import dev.assay.model.ValueInfo;

/// The shape of a batch of one input.
///
/// @param vector whether the input is [N] instead of [N, k]
/// @param columns columns a row
record FeedShape(boolean vector, int columns) {

  static FeedShape of(ValueInfo input, int columns) {
    return new FeedShape(input.shape().size() == 1, columns);
  }

  long[] of(int rows) {
    return vector ? new long[] {rows} : new long[] {rows, columns};
  }
}
