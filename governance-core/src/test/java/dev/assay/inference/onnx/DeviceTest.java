package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.UsageError;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceSet;
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
  void severalOfAKindShareARunAndTheFirstDoesTheRest() {
    assertThat(Device.all("cuda:0, cuda:2"))
        .containsExactly(Device.of("cuda:0"), Device.of("cuda:2"));
    assertThat(Device.of("cuda:1,cuda:0").name()).isEqualTo("cuda:1");
    assertThat(DeviceSet.of("cuda,cuda:3").name()).isEqualTo("cuda:0,cuda:3");
  }

  @Test
  void severalKindsOrTheSameTwiceAreRefused() {
    assertThatThrownBy(() -> DeviceSet.of("cuda:0,cpu"))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("several kinds, whose scores differ in their last digits");
    assertThatThrownBy(() -> DeviceSet.of("cuda,cuda:0"))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("name one of them twice");
    assertThatThrownBy(() -> DeviceSet.of("cuda:0,")).hasMessageContaining("no device ''");
  }

  @Test
  void allStandsForWhatTheMachineHas() {
    assertThat(DeviceSet.isAll("CUDA:all")).isTrue();
    assertThat(DeviceSet.isAll("cuda:0")).isFalse();
    assertThat(DeviceSet.all("cuda:all", 3)).isEqualTo("cuda:0,cuda:1,cuda:2");
    assertThat(DeviceSet.all("tensorrt:all", 1)).isEqualTo("tensorrt:0");
    assertThatThrownBy(() -> DeviceSet.all("cuda:all", 0))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("no graphics processor of NVIDIA was found");
    assertThatThrownBy(() -> DeviceSet.all("directml:all", 2))
        .hasMessageContaining("How many devices of kind 'directml' there are is not known");
    assertThatThrownBy(() -> DeviceSet.all("toaster:all", 2)).hasMessageContaining("no device");
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
