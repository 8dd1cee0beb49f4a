package dev.assay.usecase;

import dev.assay.common.Visible;
import dev.assay.inference.Accelerator;
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
  private static final Path DEVICES = Path.of("/dev");

  private Devices() {}

  /// Every kind of device, with the reason why it is not used.
  ///
  /// @param providers execution providers of the runtime, separated by commas; empty when unknown
  static List<Device> find(String architecture, String providers) {
    return of(
        System.getProperty("os.name"), processor(architecture), graphicsProcessors(), providers);
  }

  /// @param system operating system, as Java names it
  /// @param processor its processor
  /// @param graphics names of NVIDIA's graphics processors
  /// @param providers execution providers of the runtime, separated by commas; empty when unknown
  static List<Device> of(String system, String processor, List<String> graphics, String providers) {
    Set<String> offered = Set.of(providers.split(",\\s*"));
    List<Device> devices = new ArrayList<>();
    for (Accelerator kind : Accelerator.values()) {
      String reason = reason(kind, system, graphics, offered);
      if (kind == Accelerator.CPU) {
        devices.add(new Device(kind.option(), processor, true, ""));
      } else if (kind == Accelerator.CUDA && !graphics.isEmpty()) {
        graphics.forEach(name -> devices.add(device(kind, name, reason)));
      } else {
        devices.add(device(kind, kind.title(), reason));
      }
    }
    return List.copyOf(devices);
  }

  /// Whether it is a graphics processor that the machine has.
  static boolean present(Device device) {
    return device.kind().equals(Accelerator.CUDA.option())
        && !device.name().equals(Accelerator.CUDA.title());
  }

  private static Device device(Accelerator kind, String name, String reason) {
    return new Device(kind.option(), name, reason.isEmpty(), reason);
  }

  /// Why a device is not used; empty when it can be.
  private static String reason(
      Accelerator kind, String system, List<String> graphics, Set<String> offered) {
    if (!kind.existsOn(system)) {
      return "there is none under " + system;
    }
    if (kind.needsNvidia() && graphics.isEmpty()) {
      return "no graphics processor of NVIDIA was found";
    }
    if (offered.contains(kind.provider())) {
      return "";
    }
    return offered.contains("")
        ? "the runtime could not be asked for its providers"
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

  private static List<String> graphicsProcessors() {
    List<String> named = askDriver();
    return named.isEmpty() ? deviceFiles() : named;
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

  private static List<String> deviceFiles() {
    try (Stream<Path> files = Files.list(DEVICES)) {
      return files
          .map(Path::toString)
          .filter(file -> file.matches("/dev/nvidia\\d+"))
          .map(file -> "NVIDIA device " + file)
          .sorted()
          .toList();
    } catch (IOException noDevices) {
      return List.of();
    }
  }
}
