package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.inference.Tuning.Graph;

/// A loaded model and some rows that it can be asked about, again and again.
interface SampleRun extends AutoCloseable {

  /// Asks about all rows.
  ///
  /// @return nanoseconds that it took
  long nanos(RunOptions options) throws OrtException;

  @Override
  void close() throws OrtException;

  /// How a model is run.
  ///
  /// @param device where
  /// @param threads intra-op threads
  /// @param graph how far the graph is rewritten
  /// @param size tokens a call of a text model, rows a call of any other
  record Way(Device device, int threads, Graph graph, int size) {

    Way with(int otherThreads) {
      return new Way(device, otherThreads, graph, size);
    }

    Way with(Graph other) {
      return new Way(device, threads, other, size);
    }

    Way ofSize(int other) {
      return new Way(device, threads, graph, other);
    }

    Way on(Device other) {
      return new Way(other, threads, graph, size);
    }
  }

  /// The same rows for every way.
  interface Sample {

    /// Rows in it.
    int rows();

    /// The way that is usual.
    ///
    /// @param threads intra-op threads that may be used
    Way usual(Device device, int threads);

    /// Sizes of a call that are worth trying beside the usual one.
    int[] sizes();

    /// Loads the model.
    ///
    /// @throws dev.assay.common.AssayException when it does not run that way
    SampleRun open(Way way) throws OrtException;
  }
}
