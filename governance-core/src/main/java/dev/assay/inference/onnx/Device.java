package dev.assay.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a model runs.
///
/// @param name "cpu" or "cuda:0"
/// @param index number of the GPU, -1 for the CPU
record Device(String name, int index) {

  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

  /// @throws UsageError when no such device is known
  static Device of(String provider) {
    if (provider.equals("cpu")) {
      return new Device("cpu", -1);
    }
    Matcher cuda = CUDA.matcher(provider);
    if (!cuda.matches()) {
      throw new UsageError(
          "DEVICE-UNKNOWN",
          "There is no device '" + Visible.of(provider, 40) + "'.",
          "Devices are cpu, cuda and cuda:N.");
    }
    int index = cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1));
    return new Device("cuda:" + index, index);
  }

  /// Adds the device to the options of a session.
  ///
  /// @throws UsageError when this build of the runtime cannot use it
  /// @throws WorkFailed when the machine does not have it
  void addTo(SessionOptions options) {
    if (index < 0) {
      return;
    }
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw new UsageError(
          "DEVICE-NOT-IN-BUILD",
          "This build of Assay runs models on the CPU only; " + name + " needs the GPU build.",
          "Use --device cpu, or install the GPU build.");
    }
    try {
      options.addCUDA(index);
    } catch (OrtException e) {
      throw new WorkFailed(
          "DEVICE-UNAVAILABLE",
          "Device " + name + " cannot be used: " + RuntimeMessages.of(e) + ".",
          "Check the GPU's driver and CUDA libraries, or use --device cpu.",
          e);
    }
  }
}
