package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.work.Cancellation;
import java.util.concurrent.locks.LockSupport;

/// Ends a run inside the runtime when the work is cancelled, however long the run is.
final class CancelWatch implements AutoCloseable {

  private static final long POLL_NANOS = 25_000_000;

  private final RunOptions options;
  private final Cancellation cancellation;
  private boolean closed;

  private CancelWatch(RunOptions options, Cancellation cancellation) {
    this.options = options;
    this.cancellation = cancellation;
  }

  static CancelWatch over(RunOptions options, Cancellation cancellation) {
    CancelWatch watch = new CancelWatch(options, cancellation);
    Thread thread = new Thread(watch::poll, "scoring-cancel");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void poll() {
    while (step()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private synchronized boolean step() {
    if (closed) {
      return false;
    }
    if (!cancellation.isRequested()) {
      return true;
    }
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      return true;
    }
    return false;
  }

  /// After this the options may be closed.
  @Override
  public synchronized void close() {
    closed = true;
  }
}
