package dev.assay.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The ONNX Runtime of this process. Nothing outside [#onDeepStack] may touch it: its environment
/// needs more native stack than a Java thread has by default, and overruns it without a message.
public final class OnnxEngine {

  /// Under which [#describe] names the execution providers.
  public static final String PROVIDERS = "execution_providers";

  private OnnxEngine() {}

  /// Versions and execution providers, loading the native library: "onnxruntime" → "1.29.0",
  /// "execution_providers" → "CPU".
  public static SortedMap<String, String> describe() {
    return onDeepStack(
        () -> {
          OrtEnvironment environment = environment();
          SortedMap<String, String> engines = new TreeMap<>();
          engines.put("onnxruntime", environment.getVersion());
          engines.put(
              PROVIDERS,
              OrtEnvironment.getAvailableProviders().stream()
                  .map(OrtProvider::getName)
                  .sorted()
                  .collect(Collectors.joining(", ")));
          return engines;
        });
  }

  /// The one environment of the process, without its log lines (the messages come back as
  /// exceptions) and without its usage events.
  static OrtEnvironment environment() {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "assay");
    DeepStack.quietly(() -> environment.setTelemetry(false));
    return environment;
  }

  /// Runs the work on a thread with a stack that the runtime can live with; its exceptions are
  /// thrown here.
  static <T> T onDeepStack(DeepStack.Work<T> work) {
    return DeepStack.run(work);
  }
}
