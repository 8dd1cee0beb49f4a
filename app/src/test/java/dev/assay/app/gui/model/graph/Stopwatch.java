package dev.assay.app.gui.model.graph;

import java.lang.management.ManagementFactory;

/// Measures the processor's time of this thread, which other programs on a busy machine do not
/// stretch.
final class Stopwatch {

  private final long began = now();

  long millis() {
    return (now() - began) / 1_000_000;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
