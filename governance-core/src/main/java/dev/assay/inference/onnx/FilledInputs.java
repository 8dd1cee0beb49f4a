package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.model.ModelArtefact;
import java.util.Map;
import java.util.Set;

/// Inputs of models that answer in one call.
interface FilledInputs extends CostInputs {

  /// Inputs of a shape; another call takes other rows where making them is cheap. Valid until the
  /// next call of this shape.
  Map<String, OnnxTensor> fill(Shape shape, int call) throws OrtException;

  @Override
  default TimedModel timed(OrtSession session, ModelArtefact model, Set<String> wanted) {
    return new TimedModel() {
      @Override
      public long nanos(Shape shape, int call, RunOptions options) throws OrtException {
        Map<String, OnnxTensor> inputs = fill(shape, call);
        long start = System.nanoTime();
        try (OrtSession.Result _ = session.run(inputs, wanted, options)) {
          return System.nanoTime() - start;
        }
      }

      @Override
      public void close() throws OrtException {
        session.close();
      }
    };
  }
}
