package dev.assay.app.gui.task;

import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A piece of long work. The work reports from its own thread; what is shown is polled, so that the
/// toolkit's queue is never flooded.
public final class TaskItem implements Progress {

  private final String title;
  private final Cancellation cancellation = new Cancellation();
  private final ReadOnlyStringWrapper words =
      new ReadOnlyStringWrapper(this, "words", "starting …");
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", -1);
  private volatile State state = new State("starting", 0, -1, System.nanoTime());

  private record State(String step, long done, long total, long stepStarted) {}

  TaskItem(String title) {
    this.title = title;
  }

  /// What is being done.
  public String title() {
    return title;
  }

  /// Stops the work.
  public Cancellation cancellation() {
    return cancellation;
  }

  /// Step, units, rate and time left.
  public ReadOnlyStringProperty words() {
    return words.getReadOnlyProperty();
  }

  /// Share done, −1 when unknown.
  public ReadOnlyDoubleProperty share() {
    return share.getReadOnlyProperty();
  }

  @Override
  public void report(String step, long done, long total) {
    State before = state;
    long started = before.step().equals(step) ? before.stepStarted() : System.nanoTime();
    state = new State(step, done, total, started);
  }

  /// Takes over what was reported; on the toolkit's thread.
  void poll() {
    State now = state;
    double seconds = (System.nanoTime() - now.stepStarted()) / 1e9;
    words.set(ProgressWords.of(now.step(), now.done(), now.total(), seconds));
    share.set(now.total() > 0 ? (double) now.done() / now.total() : -1);
  }
}
