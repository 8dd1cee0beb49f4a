package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.assay.common.WorkFailed;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceFindings;
import dev.assay.inference.DeviceFindings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A list of providers that this machine does not have.
class DeviceCheckTest {

  private static final Set<String> OFFERED =
      Set.of(
          "CPUExecutionProvider",
          "CUDAExecutionProvider",
          "TensorrtExecutionProvider",
          "ROCMExecutionProvider",
          "OpenVINOExecutionProvider",
          "AzureExecutionProvider");

  @Test
  void everyKindThatIsOfferedIsTriedOnceAndSaysWhatIsInTheWay() {
    List<String> tried = new ArrayList<>();

    DeviceFindings found =
        DeviceCheck.look(
            OFFERED,
            device -> {
              tried.add(device.name());
              switch (device.kind()) {
                case CUDA ->
                    throw new WorkFailed(
                        "DEVICE-UNAVAILABLE",
                        "Device cuda:0 cannot be used: its library libcublas.so.12 was not found.",
                        "Install it.");
                case TENSORRT ->
                    throw new OrtException("CUDA failure 35: CUDA driver version is insufficient");
                case ROCM -> throw new WorkFailed("WORKER-X", "The driver is on holiday.", "Wait.");
                case OPENVINO, CPU, COREML, DIRECTML -> {}
              }
            });

    assertThat(tried).containsExactly("cuda:0", "tensorrt:0", "rocm:0", "openvino");
    assertThat(found.findings())
        .containsExactly(
            new Finding("cuda", "its library libcublas.so.12 was not found"),
            new Finding("tensorrt", "CUDA failure 35: CUDA driver version is insufficient"),
            new Finding("rocm", "The driver is on holiday"),
            new Finding("openvino", ""));
    assertThat(found.of(Accelerator.OPENVINO)).contains("");
    assertThat(found.of(Accelerator.COREML)).isEmpty();
  }

  @Test
  void theLoadersWordsNameTheLibrary() {
    assertThat(
            MissingLibrary.said(
                "/c/libonnxruntime_providers_cuda.so: libcublasLt.so.12: cannot open shared object"
                    + " file: No such file or directory"))
        .contains("its library libcublasLt.so.12 was not found");
    assertThat(
            MissingLibrary.said(
                "C:\\x\\onnxruntime_providers_cuda.dll: Can't find dependent libraries"))
        .contains("a library that it needs was not found");
    assertThat(MissingLibrary.said("undefined symbol: Provider_GetHost")).isEmpty();
  }
}
