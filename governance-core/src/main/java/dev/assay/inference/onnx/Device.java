package dev.assay.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.inference.Accelerator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a model runs.
///
/// @param name "cpu" or "cuda:0"
/// @param kind what drives it
/// @param index which of several
record Device(String name, Accelerator kind, int index) {

  /// @throws UsageError when no such device is known
  static Device of(String provider) {
    Accelerator.Choice choice =
        Accelerator.choice(provider)
            .orElseThrow(
                () ->
                    new UsageError(
                        "DEVICE-UNKNOWN",
                        "There is no device '" + Visible.of(provider, 40) + "'.",
                        "Devices are " + options() + "."));
    return new Device(choice.name(), choice.kind(), choice.index());
  }

  /// What it is in words: the processor's architecture, "GPU 0".
  String hardware() {
    if (kind == Accelerator.CPU) {
      return System.getProperty("os.arch");
    }
    return kind.numbered() ? "GPU " + index : kind.option();
  }

  private static String options() {
    return Stream.of(Accelerator.values())
        .map(kind -> kind.numbered() ? kind.option() + "[:N]" : kind.option())
        .collect(Collectors.joining(", "));
  }

  /// Adds the device to the options of a session.
  ///
  /// @throws UsageError when this build of the runtime cannot use it
  /// @throws WorkFailed when the machine does not have it
  void addTo(SessionOptions options) {
    if (kind == Accelerator.CPU) {
      return;
    }
    check(
        OrtEnvironment.getAvailableProviders().stream()
            .map(OrtProvider::getName)
            .collect(Collectors.toSet()));
    try {
      switch (kind) {
        case CPU -> {}
        case CUDA -> options.addCUDA(index);
        case TENSORRT -> {
          options.addTensorrt(index);
          options.addCUDA(index);
        }
        case COREML -> options.addCoreML();
        case DIRECTML -> options.addDirectML(index);
        case OPENVINO -> options.addOpenVINO("");
      }
    } catch (OrtException e) {
      throw new WorkFailed(
          "DEVICE-UNAVAILABLE",
          "Device " + name + " cannot be used: " + RuntimeMessages.of(e) + ".",
          "Check its driver and libraries, or use --device cpu.",
          e);
    }
  }

  /// @param offered execution providers that this build of the runtime offers
  /// @throws UsageError when the device's is not among them
  void check(Set<String> offered) {
    if (offered.contains(kind.provider())) {
      return;
    }
    if (kind.needsNvidia()) {
      throw new UsageError(
          "DEVICE-NOT-IN-BUILD",
          "The runtime of this build of Assay does not drive graphics processors of NVIDIA; "
              + name
              + " needs the GPU build.",
          "Use --device cpu, or install the GPU build.");
    }
    throw new UsageError(
        "DEVICE-NOT-IN-BUILD",
        "The runtime of this build of Assay does not offer "
            + kind.provider()
            + ", which "
            + name
            + " needs.",
        "Use --device cpu; `assay doctor` says what can be used.");
  }
}
