package dev.assay.worker;

import dev.assay.common.Visible;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The first and last lines of what a child printed to standard error. Bounded, whatever is
/// printed.
final class ErrorLines {

  private static final int FIRST_LINES = 20;
  private static final long WAIT_MILLIS = 500;

  private final int lineLimit;
  private final int lastLines;
  private final Deque<String> first = new ArrayDeque<>();
  private final Deque<String> last = new ArrayDeque<>();
  private final CountDownLatch drained = new CountDownLatch(1);

  ErrorLines(int lastLines, int lineLimit) {
    this.lastLines = lastLines;
    this.lineLimit = lineLimit;
  }

  /// Reads until the end.
  void drain(Reader in) throws IOException {
    try {
      lines(in);
    } finally {
      drained.countDown();
    }
  }

  private void lines(Reader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        keep(line.toString());
        line.setLength(0);
      } else if (line.length() < lineLimit) {
        line.append((char) next);
      }
    }
    keep(line.toString());
  }

  private synchronized void keep(String line) {
    if (line.isBlank()) {
      return;
    }
    if (first.size() < FIRST_LINES) {
      first.add(Visible.of(line));
      return;
    }
    last.add(Visible.of(line));
    if (last.size() > lastLines) {
      last.removeFirst();
    }
  }

  /// What was kept, once the child's standard error has ended.
  String text() {
    try {
      drained.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return kept();
  }

  private synchronized String kept() {
    return String.join("\n", first) + (last.isEmpty() ? "" : "\n" + String.join("\n", last));
  }
}
