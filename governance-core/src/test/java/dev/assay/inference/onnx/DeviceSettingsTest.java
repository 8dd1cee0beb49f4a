package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inference.Accelerator;
import dev.assay.inference.onnx.DeviceSettings.Provider;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What sessions would be told of devices that this machine lacks.
class DeviceSettingsTest {

  private static final Path OWN = Path.of("/tmp/assay-worker-1");

  @Test
  void cudaChoosesByRuleAndComputesInWholeFloats() {
    Provider cuda = only(Accelerator.CUDA, 2, true);

    assertThat(cuda.index()).isEqualTo(2);
    assertThat(cuda.options())
        .containsEntry("device_id", "2")
        .containsEntry("cudnn_conv_algo_search", "HEURISTIC")
        .containsEntry("use_tf32", "0");
  }

  @Test
  void tensorRtKeepsItsEnginesInTheFolderOfTheProcessAndLeavesTheRestToCuda() {
    DeviceSettings settings = DeviceSettings.of(Accelerator.TENSORRT, 1, false, OWN);

    assertThat(settings.providers())
        .extracting(Provider::kind)
        .containsExactly(Accelerator.TENSORRT, Accelerator.CUDA);
    assertThat(settings.providers()).allMatch(p -> p.index() == 1);
    assertThat(settings.providers().getFirst().options())
        .containsEntry("device_id", "1")
        .containsEntry("trt_engine_cache_enable", "1")
        .containsEntry("trt_engine_cache_path", "/tmp/assay-worker-1/tensorrt")
        .containsEntry("trt_timing_cache_path", "/tmp/assay-worker-1/tensorrt");
  }

  @Test
  void tensorRtComputesInHalvesOnlyWhereTheModelDoes() {
    assertThat(first(false)).isEqualTo("0");
    assertThat(first(true)).isEqualTo("1");
  }

  private static String first(boolean halves) {
    return DeviceSettings.of(Accelerator.TENSORRT, 0, halves, OWN)
        .providers()
        .getFirst()
        .options()
        .get("trt_fp16_enable");
  }

  @Test
  void theOthersGetWhatTheyNeed() {
    assertThat(only(Accelerator.COREML, 0, false).options())
        .containsEntry("MLComputeUnits", "ALL")
        .containsEntry("ModelCacheDirectory", "/tmp/assay-worker-1/coreml");
    assertThat(only(Accelerator.ROCM, 3, false).index()).isEqualTo(3);
    assertThat(only(Accelerator.OPENVINO, 0, false).options()).isEmpty();
    assertThat(DeviceSettings.of(Accelerator.DIRECTML, 1, false, OWN).ordered()).isTrue();
    assertThat(DeviceSettings.of(Accelerator.CUDA, 0, false, OWN).ordered()).isFalse();
    assertThat(DeviceSettings.of(Accelerator.CPU, 0, false, OWN).providers()).isEmpty();
  }

  private static Provider only(Accelerator kind, int index, boolean halves) {
    DeviceSettings settings = DeviceSettings.of(kind, index, halves, OWN);
    assertThat(settings.providers()).singleElement().extracting(Provider::kind).isEqualTo(kind);
    return settings.providers().getFirst();
  }
}
