package dev.assay.inference;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Kinds of device that a model can run on, each with the execution provider of ONNX Runtime that
/// drives it.
public enum Accelerator {
  /// The processor.
  CPU("cpu", "CPUExecutionProvider", "Processor", "", false),
  /// Graphics processors of NVIDIA.
  CUDA("cuda", "CUDAExecutionProvider", "NVIDIA graphics processor", "", true),
  /// The same, through engines built for the model.
  TENSORRT("tensorrt", "TensorrtExecutionProvider", "NVIDIA TensorRT", "", true),
  /// Graphics processors of AMD.
  ROCM("rocm", "ROCMExecutionProvider", "AMD graphics processor", "linux", true),
  /// Graphics and neural processors of Apple.
  COREML("coreml", "CoreMLExecutionProvider", "Apple CoreML", "mac", false),
  /// Graphics processors under Windows.
  DIRECTML("directml", "DmlExecutionProvider", "DirectML", "windows", true),
  /// Processors of Intel.
  OPENVINO("openvino", "OpenVINOExecutionProvider", "Intel OpenVINO", "", false);

  private static final Pattern NUMBERED = Pattern.compile("([a-z]+)(?::(\\d{1,3}))?");

  private final String option;
  private final String provider;
  private final String title;
  private final String system;
  private final boolean numbered;

  Accelerator(String option, String provider, String title, String system, boolean numbered) {
    this.option = option;
    this.provider = provider;
    this.title = title;
    this.system = system;
    this.numbered = numbered;
  }

  /// A device by what follows `--device`.
  ///
  /// @param kind its kind
  /// @param index which of several, 0 when none was named
  public record Choice(Accelerator kind, int index) {

    /// "cpu", "cuda:0".
    public String name() {
      return kind.numbered ? kind.option + ":" + index : kind.option;
    }
  }

  /// Reads "cpu", "cuda", "cuda:1"; empty when nothing is called that.
  public static Optional<Choice> choice(String option) {
    Matcher matcher = NUMBERED.matcher(option);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = matcher.group(2);
    return Stream.of(values())
        .filter(kind -> kind.option.equals(matcher.group(1)))
        .filter(kind -> number == null || kind.numbered)
        .map(kind -> new Choice(kind, number == null ? 0 : Integer.parseInt(number)))
        .findFirst();
  }

  /// As `--device` names it.
  public String option() {
    return option;
  }

  /// Its execution provider, as ONNX Runtime names it.
  public String provider() {
    return provider;
  }

  /// For people.
  public String title() {
    return title;
  }

  /// Whether several can be told apart by number.
  public boolean numbered() {
    return numbered;
  }

  /// Whether it needs a graphics processor of NVIDIA.
  public boolean needsNvidia() {
    return this == CUDA || this == TENSORRT;
  }

  /// Whether it exists under an operating system.
  ///
  /// @param operatingSystem as Java names it: "Linux", "Mac OS X", "Windows 11"
  public boolean existsOn(String operatingSystem) {
    return operatingSystem.toLowerCase(Locale.ROOT).startsWith(system);
  }
}
