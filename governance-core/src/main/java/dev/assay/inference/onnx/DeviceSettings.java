package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import dev.assay.inference.Accelerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a session is told of the device that it runs on.
///
/// @param providers execution providers, the first that can run a node runs it; the processor
///   follows behind all of them
/// @param ordered whether nodes run one after the other and memory is not laid out ahead, which
///   DirectML demands
record DeviceSettings(List<Provider> providers, boolean ordered) {

  private static final String ENGINES = "tensorrt";
  private static final String COMPILED = "coreml";

  /// An execution provider and its options, as ONNX Runtime's documentation names them.
  ///
  /// @param index which of several devices
  record Provider(Accelerator kind, int index, SortedMap<String, String> options) {}

  /// The usual settings of a device.
  ///
  /// @param halves whether the model computes in float16 itself: TensorRT may then do so as well
  /// @param folder a folder of this process alone: for engines that are built for a model
  static DeviceSettings of(Accelerator kind, int index, boolean halves, Path folder) {
    List<Provider> providers = new ArrayList<>();
    switch (kind) {
      case CPU -> {}
      case CUDA -> providers.add(cuda(index));
      case TENSORRT -> {
        providers.add(tensorRt(index, halves, folder.resolve(ENGINES)));
        providers.add(cuda(index));
      }
      case COREML ->
          providers.add(
              provider(
                  kind,
                  index,
                  Map.of(
                      "MLComputeUnits",
                      "ALL",
                      "ModelCacheDirectory",
                      folder.resolve(COMPILED).toString())));
      case ROCM, DIRECTML, OPENVINO -> providers.add(provider(kind, index, Map.of()));
    }
    return new DeviceSettings(List.copyOf(providers), kind == Accelerator.DIRECTML);
  }

  /// decision: convolutions are chosen by rule and not by timing, and multiplied in whole floats,
  /// so that devices of a kind give the same scores, close to the processor's
  private static Provider cuda(int index) {
    return provider(
        Accelerator.CUDA,
        index,
        Map.of(
            "device_id",
            String.valueOf(index),
            "cudnn_conv_algo_search",
            "HEURISTIC",
            "use_tf32",
            "0"));
  }

  private static Provider tensorRt(int index, boolean halves, Path engines) {
    return provider(
        Accelerator.TENSORRT,
        index,
        Map.of(
            "device_id",
            String.valueOf(index),
            "trt_fp16_enable",
            halves ? "1" : "0",
            "trt_engine_cache_enable",
            "1",
            "trt_engine_cache_path",
            engines.toString(),
            "trt_timing_cache_enable",
            "1",
            "trt_timing_cache_path",
            engines.toString()));
  }

  private static Provider provider(Accelerator kind, int index, Map<String, String> options) {
    return new Provider(kind, index, new TreeMap<>(options));
  }

  /// Adds them to the options of a session.
  ///
  /// @throws OrtException when the runtime cannot load or does not know them
  void addTo(SessionOptions options) throws OrtException {
    if (ordered) {
      options.setMemoryPatternOptimization(false);
      options.setExecutionMode(ExecutionMode.SEQUENTIAL);
    }
    for (Provider provider : providers) {
      switch (provider.kind()) {
        case CPU -> {}
        case CUDA -> addCuda(provider, options);
        case TENSORRT -> addTensorRt(provider, options);
        case ROCM -> options.addROCM(provider.index());
        case COREML -> options.addCoreML(provider.options());
        case DIRECTML -> options.addDirectML(provider.index());
        case OPENVINO -> options.addOpenVINO("");
      }
    }
  }

  private static void addCuda(Provider provider, SessionOptions options) throws OrtException {
    try (OrtCUDAProviderOptions own = new OrtCUDAProviderOptions(provider.index())) {
      for (Map.Entry<String, String> option : provider.options().entrySet()) {
        own.add(option.getKey(), option.getValue());
      }
      options.addCUDA(own);
    }
  }

  private static void addTensorRt(Provider provider, SessionOptions options) throws OrtException {
    try (OrtTensorRTProviderOptions own = new OrtTensorRTProviderOptions(provider.index())) {
      for (Map.Entry<String, String> option : provider.options().entrySet()) {
        own.add(option.getKey(), option.getValue());
      }
      options.addTensorrt(own);
    }
  }
}
