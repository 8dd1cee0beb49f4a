package dev.assay.app.gui.task;

import dev.assay.common.Cancelled;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/// Runs long work off the toolkit's thread and brings results back to it.
public final class TaskCenter implements AutoCloseable {

  private static final Duration POLL = Duration.millis(100);

  private final ObservableList<TaskItem> running = FXCollections.observableArrayList();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("work-", 1).factory());
  private final Timeline poll =
      new Timeline(new KeyFrame(POLL, event -> running.forEach(TaskItem::poll)));
  private final Consumer<Throwable> failures;
  private final Consumer<String> messages;

  /// @param failures shows what went wrong; called on the toolkit's thread
  /// @param messages shows what was done; likewise
  public TaskCenter(Consumer<Throwable> failures, Consumer<String> messages) {
    this.failures = failures;
    this.messages = messages;
    poll.setCycleCount(Animation.INDEFINITE);
  }

  /// What runs now.
  public ObservableList<TaskItem> running() {
    return running;
  }

  /// Starts work.
  ///
  /// @param title what is being done, for the tray
  /// @param work runs on a thread of its own; reports to the item and obeys its cancellation
  /// @param done receives the result on the toolkit's thread
  public <T> TaskItem start(String title, Function<TaskItem, T> work, Consumer<T> done) {
    return start(title, work, done, () -> {});
  }

  /// Starts work after which something is to happen however it ends.
  ///
  /// @param title what is being done, for the tray
  /// @param work runs on a thread of its own; reports to the item and obeys its cancellation
  /// @param done receives the result on the toolkit's thread
  /// @param afterwards runs there last, also when the work failed or was stopped
  public <T> TaskItem start(
      String title, Function<TaskItem, T> work, Consumer<T> done, Runnable afterwards) {
    TaskItem item = new TaskItem(title);
    running.add(item);
    poll.play();
    threads.execute(() -> run(item, work, done, afterwards));
    return item;
  }

  /// Says what was done; on the toolkit's thread.
  public void tell(String sentence) {
    messages.accept(sentence);
  }

  /// Shows what went wrong; on the toolkit's thread.
  public void fail(Throwable failed) {
    failures.accept(failed);
  }

  private <T> void run(
      TaskItem item, Function<TaskItem, T> work, Consumer<T> done, Runnable afterwards) {
    try {
      T result = work.apply(item);
      Platform.runLater(() -> ended(item, () -> done.accept(result), afterwards));
    } catch (Cancelled stopped) {
      Platform.runLater(() -> ended(item, () -> {}, afterwards));
    } catch (Throwable failed) { // decision: whatever it is, the window goes on and says so
      Platform.runLater(() -> ended(item, () -> failures.accept(failed), afterwards));
    }
  }

  /// Shows what went wrong in work that was not started here; on the toolkit's thread.
  public void failed(Throwable failure) {
    failures.accept(failure);
  }

  private void ended(TaskItem item, Runnable act, Runnable afterwards) {
    running.remove(item);
    if (running.isEmpty()) {
      poll.stop();
    }
    try {
      act.run();
    } finally {
      afterwards.run();
    }
  }

  /// Stops everything.
  @Override
  public void close() {
    running.forEach(item -> item.cancellation().cancel());
    threads.shutdown();
  }
}
