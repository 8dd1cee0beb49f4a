package dev.assay.app.gui.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/// Builds long pages a few milliseconds a frame, from the top, so that the window never waits for
/// what cannot be seen yet.
final class Gradual extends AnimationTimer {

  private static final long SHARE_OF_A_FRAME = 3_000_000;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Runnable> fresh = new ArrayList<>();
  private boolean inStep;

  /// A step that is done when its turn comes; steps that a step adds come next.
  void add(Runnable step) {
    if (inStep) {
      fresh.add(step);
    } else {
      waiting.addLast(step);
      start();
    }
  }

  /// Does everything that is left, now.
  void finish() {
    while (!waiting.isEmpty()) {
      step();
    }
    stop();
  }

  /// Forgets what is left.
  void cancel() {
    waiting.clear();
    stop();
  }

  @Override
  public void handle(long now) {
    long until = System.nanoTime() + SHARE_OF_A_FRAME;
    while (!waiting.isEmpty() && System.nanoTime() < until) {
      step();
    }
    if (waiting.isEmpty()) {
      stop();
    }
  }

  private void step() {
    inStep = true;
    try {
      waiting.removeFirst().run();
    } finally {
      inStep = false;
      for (Runnable next : fresh.reversed()) {
        waiting.addFirst(next);
      }
      fresh.clear();
    }
  }
}
