package dev.assay.app.wiring;

import dev.assay.common.UsageError;
import dev.assay.usecase.WorkerFactory;
import dev.assay.worker.Worker;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Workers that may take what their files need and no more: a bomb in a small file meets a small
/// limit. The user can set another limit with the environment variable [#LIMIT].
final class MeasuredWorkers implements WorkerFactory {

  /// Names a memory limit such as `8g` or `1500m`.
  static final String LIMIT = "ASSAY_WORKER_MEMORY";

  private static final long HEAP = 512L << 20;
  private static final long LEAST_NATIVE = 3L << 30;
  private static final long TIMES_INPUT = 4;
  private static final double MOST_OF_MACHINE = 0.8;
  private static final int HEAP_SHARE = 4;

  @Override
  public Worker forFilesOf(long inputBytes, Duration deadline) {
    return Workers.of(settings(inputBytes, deadline, System.getenv(LIMIT)));
  }

  /// Limits of a worker.
  ///
  /// @param chosen what the user set, absent = by the size of the files
  static WorkerSettings settings(long inputBytes, Duration deadline, @Nullable String chosen) {
    if (chosen == null || chosen.isBlank()) {
      return new WorkerSettings(HEAP, nativeBytes(inputBytes), deadline);
    }
    long limit = parsed(chosen.strip().toLowerCase(Locale.ROOT));
    return new WorkerSettings(Math.max(HEAP, limit / HEAP_SHARE), limit, deadline);
  }

  private static long parsed(String chosen) {
    if (!chosen.matches("[1-9]\\d{0,6}[mg]")) {
      throw tooOdd(chosen);
    }
    long number = Long.parseLong(chosen.substring(0, chosen.length() - 1));
    long limit = chosen.endsWith("g") ? number << 30 : number << 20;
    if (limit < 2 * HEAP) {
      throw tooOdd(chosen);
    }
    return limit;
  }

  private static UsageError tooOdd(String chosen) {
    return new UsageError(
        "USAGE-WORKER-MEMORY",
        "The memory limit '"
            + chosen
            + "' in "
            + LIMIT
            + " is not one that a worker can work with.",
        "Give at least 1g, for instance 8g or 1500m.");
  }

  private static long nativeBytes(long inputBytes) {
    long wanted = LEAST_NATIVE + TIMES_INPUT * inputBytes;
    return Math.min(wanted, (long) (MOST_OF_MACHINE * machineBytes()));
  }

  private static long machineBytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }
}
