package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Takes what another thread made.
final class Waiting {

  private Waiting() {}

  /// The result, or the exception that ended the work, as if it was thrown here.
  ///
  /// @param started work that was started, never null where this is called
  static <T> T on(@Nullable Future<T> started) throws OrtException {
    if (started == null) {
      throw new IllegalStateException("nothing was started");
    }
    try {
      return started.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while inputs were made", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case OrtException failed -> throw failed;
        case RuntimeException known -> throw known;
        case Error severe -> throw severe;
        case Throwable unexpected -> throw new IllegalStateException(unexpected);
      }
    }
  }
}
