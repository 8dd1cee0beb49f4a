package dev.assay.usecase;

import dev.assay.work.ProcessMemory;
import java.lang.management.ManagementFactory;

/// The most memory this process ever had.
final class PeakMemory {

  private PeakMemory() {}

  /// Resident memory where the system tells, else the heap's peak.
  static long bytes() {
    return ProcessMemory.peakBytes().orElseGet(PeakMemory::heapPeak);
  }

  // decision: without the system's word the heap's own peak is the next best
  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
