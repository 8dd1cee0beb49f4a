package dev.assay.usecase;

import dev.assay.common.Visible;
import dev.assay.usecase.Examination.Device;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds what models could run on.
final class Devices {

  private static final long PATIENCE_SECONDS = 5;
  private static final int NAME_LIMIT = 120;
  private static final Path DEVICES = Path.of("/dev");

  private Devices() {}

  /// The processor, and graphics processors with the reason why they are not used.
  ///
  /// @param providers execution providers of the runtime, separated by commas; empty when unknown
  static List<Device> find(String architecture, String providers) {
    List<Device> devices = new ArrayList<>();
    devices.add(new Device("cpu", processor(architecture), true, ""));
    boolean cuda = providers.toUpperCase(Locale.ROOT).contains("CUDA");
    for (String name : graphicsProcessors()) {
      devices.add(new Device("cuda", name, cuda, cuda ? "" : reason(providers)));
    }
    return List.copyOf(devices);
  }

  private static String reason(String providers) {
    return providers.isEmpty()
        ? "the runtime could not be asked for its providers"
        : "this build of Assay carries the runtime for processors (" + providers + ")";
  }

  private static String processor(String architecture) {
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
