package dev.assay.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where a model runs.
///
/// @param name "cpu" or "cuda:0"
/// @param kind what drives it
/// @param index which of several
record Device(String name, Accelerator kind, int index) {

  /// The one device that an option names, or the first of several.
  ///
  /// @throws UsageError when no such device is known
  static Device of(String provider) {
    return of(DeviceSet.of(provider).first());
  }

  /// All devices that an option names.
  ///
  /// @throws UsageError when no such device is known
  static List<Device> all(String provider) {
    return DeviceSet.of(provider).devices().stream().map(Device::of).toList();
  }

  private static Device of(Accelerator.Choice choice) {
    return new Device(choice.name(), choice.kind(), choice.index());
  }

  /// What it is in words: the processor's architecture, "GPU 0".
  String hardware() {
    if (kind == Accelerator.CPU) {
      return System.getProperty("os.arch");
    }
    return kind.numbered() ? "GPU " + index : kind.option();
  }

  /// Adds the device to the options of a session.
  ///
  /// @param halves whether the model computes in float16 itself
  /// @throws UsageError when this build of the runtime cannot use it
  /// @throws WorkFailed when the machine does not have it
  void addTo(SessionOptions options, boolean halves) {
    if (kind == Accelerator.CPU) {
      return;
    }
    check(
        OrtEnvironment.getAvailableProviders().stream()
            .map(OrtProvider::getName)
            .collect(Collectors.toSet()));
    try {
      DeviceSettings.of(kind, index, halves, Path.of(System.getProperty("java.io.tmpdir")))
          .addTo(options);
    } catch (OrtException e) {
      throw new WorkFailed(
          "DEVICE-UNAVAILABLE",
          unusable() + MissingLibrary.of(kind).orElseGet(() -> RuntimeMessages.of(e)) + ".",
          "Check its driver and libraries, or use --device cpu.",
          e);
    }
  }

  /// How a sentence begins that says why it cannot be used.
  String unusable() {
    return "Device " + name + " cannot be used: ";
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
          "Use --device cpu, or build Assay with the GPU runtime (mvn -Pgpu).");
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
