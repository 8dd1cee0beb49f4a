package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.UsageError;
import dev.assay.inference.Accelerator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceTest {

  private static final Set<String> PROCESSOR_ONLY = Set.of("CPUExecutionProvider");

  @Test
  void ofReadsKindAndNumber() {
    assertThat(Device.of("cpu")).isEqualTo(new Device("cpu", Accelerator.CPU, 0));
    assertThat(Device.of("cuda")).isEqualTo(new Device("cuda:0", Accelerator.CUDA, 0));
    assertThat(Device.of("tensorrt:2"))
        .isEqualTo(new Device("tensorrt:2", Accelerator.TENSORRT, 2));
    assertThat(Device.of("openvino").name()).isEqualTo("openvino");
  }

  @Test
  void ofRefusesWhatIsNoDevice() {
    for (String none : List.of("cpu:1", "coreml:0", "cuda:", "cuda:1234", "gpu", "")) {
      assertThatThrownBy(() -> Device.of(none))
          .isInstanceOf(UsageError.class)
          .hasMessageContaining("There is no device '" + none + "'");
    }
  }

  @Test
  void checkNeedsTheProviderOfTheDevice() {
    assertThatThrownBy(() -> Device.of("openvino").check(PROCESSOR_ONLY))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("does not offer OpenVINOExecutionProvider, which openvino needs");
    assertThatThrownBy(() -> Device.of("tensorrt").check(PROCESSOR_ONLY))
        .hasMessageContaining("tensorrt:0 needs the GPU build");
    assertThatCode(() -> Device.of("cuda:1").check(Set.of("CUDAExecutionProvider")))
        .doesNotThrowAnyException();
  }

  @Test
  void theProcessorIsNotCalledAGraphicsCard() {
    assertThat(Device.of("cpu").hardware()).isEqualTo(System.getProperty("os.arch"));
    assertThat(Device.of("cuda:1").hardware()).isEqualTo("GPU 1");
  }
}
