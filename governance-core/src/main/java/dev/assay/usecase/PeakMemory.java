package dev.assay.usecase;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory this process ever had.
final class PeakMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final long KIBI = 1024;

  private PeakMemory() {}

  /// Resident memory where the system tells, else the heap's peak.
  static long bytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(PEAK)) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBI;
        }
      }
    } catch (IOException notLinux) {
      // decision: without the system's word the heap's own peak is the next best
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
