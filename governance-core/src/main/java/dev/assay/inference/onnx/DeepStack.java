package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.common.WorkFailed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A thread with a large stack. Creating the runtime's environment registers thousands of operator
/// schemas from the stack and overruns the default of 1 MiB; long chains of nodes recurse while a
/// graph is optimised.
final class DeepStack {

  private static final long STACK_BYTES = 64L << 20;

  private DeepStack() {}

  /// Work that may fail as the runtime fails.
  @FunctionalInterface
  interface Work<T> {
    T run() throws OrtException;
  }

  /// A step that may fail without harm.
  @FunctionalInterface
  interface Step {
    void run() throws OrtException;
  }

  /// Starts a thread with such a stack.
  static Thread start(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  static <T> T run(Work<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    start("onnxruntime", () -> complete(result, work));
    try {
      return result.join();
    } catch (CompletionException e) {
      throw rethrown(e.getCause());
    }
  }

  /// Runs a step whose failure changes nothing for the user.
  static void quietly(Step step) {
    try {
      step.run();
    } catch (OrtException withoutConsequence) {
      // the platform has no such switch
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Work<T> work) {
    try {
      result.complete(work.run());
    } catch (Throwable anything) { // decision: handed over to the waiting thread whatever it is
      result.completeExceptionally(anything);
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    return switch (cause) {
      case RuntimeException known -> known;
      case Error severe -> throw severe;
      case OrtException failed ->
          new WorkFailed(
              "MODEL-RUNTIME",
              "The runtime failed: " + RuntimeMessages.of(failed) + ".",
              "Check the model with another runtime, or export it again.",
              failed);
      default -> new IllegalStateException(cause);
    };
  }
}
