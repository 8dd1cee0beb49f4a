package dev.assay.app.wiring;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.usecase.WorkerFactory;
import dev.assay.worker.Worker;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Workers that may take what their files need and no more: a bomb in a small file meets a small
/// limit.
final class MeasuredWorkers implements WorkerFactory {

  private static final long HEAP = 512L << 20;
  private static final long LEAST_NATIVE = 3L << 30;
  private static final long TIMES_INPUT = 4;
  private static final double MOST_OF_MACHINE = 0.8;

  @Override
  public Worker forFilesOf(long inputBytes, Duration deadline) {
    return Workers.of(new WorkerSettings(HEAP, nativeBytes(inputBytes), deadline));
  }

  private static long nativeBytes(long inputBytes) {
    long wanted = LEAST_NATIVE + TIMES_INPUT * inputBytes;
    return Math.min(wanted, (long) (MOST_OF_MACHINE * machineBytes()));
  }

  private static long machineBytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
