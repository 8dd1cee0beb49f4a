package dev.assay.dataset.duckdb;

import dev.assay.work.Cancellation;
import java.sql.SQLException;
import java.sql.Statement;

/// Stops a statement when the user asks for it; looks twenty times a second.
final class Watch implements AutoCloseable {

  private static final long EVERY_MILLIS = 50;

  private final Thread thread;

  private Watch(Thread thread) {
    this.thread = thread;
  }

  static Watch over(Cancellation cancellation, Statement statement) {
    return new Watch(
        Thread.ofPlatform()
            .daemon()
            .name("assay-import-watch")
            .start(() -> watch(cancellation, statement)));
  }

  private static void watch(Cancellation cancellation, Statement statement) {
    try {
      while (!cancellation.isRequested()) {
        Thread.sleep(EVERY_MILLIS);
      }
      statement.cancel();
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    } catch (SQLException alreadyOver) {
      // decision: a statement that is over needs no stopping
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
