package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.ModelArtefact;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// A model that is loaded on one device.
interface LoadedModel extends AutoCloseable {

  /// Asks it once.
  ///
  /// @param inputs by name
  /// @param wanted names of the outputs, as the session has them
  OrtSession.Result run(Map<String, OnnxTensor> inputs, Set<String> wanted, RunOptions options)
      throws OrtException;

  /// By name of a bound output, the name under which the session gives it.
  Map<String, String> requested();

  @Override
  void close() throws OrtException;

  /// Loads models. A test takes one that needs no such device.
  @FunctionalInterface
  interface Loader {

    /// Loads it.
    ///
    /// @param graph the file of the graph
    /// @throws dev.assay.common.AssayException when the device cannot be used or the runtime
    ///   refuses the model
    LoadedModel load(ScoreRequest request, ModelArtefact model, Path graph, Device device)
        throws OrtException;
  }

  /// Loads it with ONNX Runtime.
  static LoadedModel onRuntime(ScoreRequest request, ModelArtefact model, Path graph, Device device)
      throws OrtException {
    Sessions opened =
        Sessions.open(
            graph,
            model,
            request.binding(),
            device,
            request.plan().threads(),
            request.plan().tuning().graph());
    return of(opened, opened.requested(request.binding()));
  }

  private static LoadedModel of(Sessions opened, Map<String, String> requested) {
    return new LoadedModel() {
      @Override
      public OrtSession.Result run(
          Map<String, OnnxTensor> inputs, Set<String> wanted, RunOptions options)
          throws OrtException {
        return opened.session().run(inputs, wanted, options);
      }

      @Override
      public Map<String, String> requested() {
        return requested;
      }

      @Override
      public void close() throws OrtException {
        opened.session().close();
      }
    };
  }
}
