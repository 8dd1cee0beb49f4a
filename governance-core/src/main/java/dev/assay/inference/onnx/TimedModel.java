package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.inference.cost.GenerationTimes;
import dev.assay.inference.onnx.CostInputs.Shape;
import org.jspecify.annotations.Nullable;

/// A loaded model whose calls are timed.
interface TimedModel extends AutoCloseable {

  /// Nanoseconds of a call of this shape; where answers are written, of the whole answers.
  ///
  /// @param call number of the call: another takes other rows
  long nanos(Shape shape, int call, RunOptions options) throws OrtException;

  /// Nanoseconds until the first of a call is known.
  default long first(Shape shape, int call, RunOptions options) throws OrtException {
    return nanos(shape, call, options);
  }

  /// What writing took beside whole answers; absent when nothing was written.
  default @Nullable GenerationTimes generation() {
    return null;
  }

  @Override
  void close() throws OrtException;
}
