package dev.assay.work;

import dev.assay.common.Cancelled;
import java.util.concurrent.atomic.AtomicBoolean;

/// A request to stop, polled by the work between blocks of at most 100 ms.
public final class Cancellation {

  private final AtomicBoolean requested = new AtomicBoolean();

  /// Asks the work to stop; idempotent.
  public void cancel() {
    requested.set(true);
  }

  /// Whether somebody asked the work to stop.
  public boolean isRequested() {
    return requested.get();
  }

  /// @throws Cancelled when somebody asked the work to stop
  public void check() {
    if (isRequested()) {
      throw new Cancelled(
          "WORK-CANCELLED",
          "The work was cancelled; nothing was recorded.",
          "Start it again when ready.");
    }
  }
}
