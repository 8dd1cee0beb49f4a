package dev.assay.usecase;

import dev.assay.common.Visible;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceFindings;
import dev.assay.usecase.Examination.Device;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds what models could run on.
final class Devices {

  private static final long PATIENCE_SECONDS = 5;
  private static final int NAME_LIMIT = 120;
  private static final Path ROOT = Path.of("/");
  private static final Path AMD = ROOT.resolve("dev/kfd");

  private Devices() {}

  /// What decides which devices can be used.
  ///
  /// @param system operating system, as Java names it
  /// @param processor its processor
  /// @param nvidia graphics processors of NVIDIA
  /// @param amd whether the driver of AMD's graphics processors is there
  /// @param providers execution providers of the runtime, separated by commas; empty when unknown
  /// @param tried what came of trying them
  record Facts(
      String system,
      String processor,
      NvidiaCards nvidia,
      boolean amd,
      String providers,
      DeviceFindings tried) {}

  /// Every kind of device, with the reasons why it is not used.
  ///
  /// @param providers execution providers of the runtime, separated by commas; empty when unknown
  static List<Device> find(String architecture, String providers, DeviceFindings tried) {
    return of(
        new Facts(
            System.getProperty("os.name"),
            processor(architecture),
            nvidia(),
            Files.exists(AMD),
            providers,
            tried));
  }

  /// Graphics processors of NVIDIA in this machine.
  static NvidiaCards nvidia() {
    return NvidiaCards.under(ROOT, System.getenv(), askDriver());
  }

  static List<Device> of(Facts facts) {
    List<Device> devices = new ArrayList<>();
    for (Accelerator kind : Accelerator.values()) {
      List<String> reasons = reasons(kind, facts);
      if (kind == Accelerator.CPU) {
        devices.add(device(kind, facts.processor(), List.of()));
      } else if (kind == Accelerator.CUDA && !facts.nvidia().names().isEmpty()) {
        facts.nvidia().names().forEach(name -> devices.add(device(kind, name, reasons)));
      } else {
        devices.add(device(kind, kind.title(), reasons));
      }
    }
    return List.copyOf(devices);
  }

  /// Whether it is a graphics processor that the machine has.
  static boolean present(Device device) {
    return device.kind().equals(Accelerator.CUDA.option())
        && !device.name().equals(Accelerator.CUDA.title());
  }

  private static Device device(Accelerator kind, String name, List<String> reasons) {
    return new Device(
        kind.option(),
        name,
        reasons.isEmpty(),
        reasons.isEmpty() ? "" : reasons.getFirst(),
        reasons);
  }

  /// Why a device is not used, the machine first; empty when it can be.
  private static List<String> reasons(Accelerator kind, Facts facts) {
    if (!kind.existsOn(facts.system())) {
      return List.of("there is none under " + facts.system());
    }
    List<String> reasons = new ArrayList<>();
    if (kind.needsNvidia() && !facts.nvidia().hindrance().isEmpty()) {
      reasons.add(facts.nvidia().hindrance());
    }
    if (kind == Accelerator.ROCM && !facts.amd()) {
      reasons.add("no graphics processor of AMD was found");
    }
    Set<String> offered = Set.of(facts.providers().split(",\\s*"));
    if (!offered.contains(kind.provider())) {
      reasons.add(notOffered(kind, offered));
    }
    facts.tried().of(kind).filter(reason -> !reason.isEmpty()).ifPresent(reasons::add);
    return List.copyOf(reasons);
  }

  private static String notOffered(Accelerator kind, Set<String> offered) {
    if (offered.contains("")) {
      return "the runtime could not be asked for its providers";
    }
    return kind.needsNvidia()
        ? "this build's runtime is the one for processors (ASSAY_RUNTIME=gpu builds the other)"
        : "this build's runtime does not offer it";
  }

  /// The name of the processor.
  static String processor(String architecture) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> Visible.of(line.substring(line.indexOf(':') + 1).strip(), NAME_LIMIT))
          .findFirst()
          .orElse(architecture);
    } catch (IOException | java.io.UncheckedIOException noSuchFile) {
      return architecture;
    }
  }

  private static List<String> askDriver() {
    try {
      Process process =
          new ProcessBuilder("nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        return List.of();
      }
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        return lines
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> Visible.of(line.strip(), NAME_LIMIT))
            .toList();
      }
    } catch (IOException noDriver) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
