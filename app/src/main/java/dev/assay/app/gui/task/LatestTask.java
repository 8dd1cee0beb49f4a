package dev.assay.app.gui.task;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Work that follows what the user types: begins when the keys rest, runs off the toolkit's thread,
/// and of several only the latest counts.
///
/// @param <I> what is worked on; must not change meanwhile
/// @param <O> what comes out
public final class LatestTask<I, O> {

  private final PauseTransition rest;
  private final Function<I, O> work;
  private final Consumer<O> done;
  private final Consumer<Throwable> failed;
  private @Nullable I next;
  private long latest;

  /// @param rest how long keys must rest
  /// @param work what is done
  /// @param done receives the latest result on the toolkit's thread
  /// @param failed receives what went wrong on the toolkit's thread
  public LatestTask(
      Duration rest, Function<I, O> work, Consumer<O> done, Consumer<Throwable> failed) {
    this.rest = new PauseTransition(rest);
    this.work = work;
    this.done = done;
    this.failed = failed;
    this.rest.setOnFinished(event -> begin());
  }

  /// Asks for the work on this, instead of what was asked before.
  public void ask(I input) {
    next = input;
    latest++;
    rest.playFromStart();
  }

  /// Asks for it without waiting for the keys to rest.
  public void askNow(I input) {
    next = input;
    latest++;
    rest.stop();
    begin();
  }

  /// Forgets what was asked; nothing comes any more until something is asked again.
  public void cancel() {
    latest++;
    next = null;
    rest.stop();
  }

  private void begin() {
    I input = next;
    if (input == null) {
      return;
    }
    long mine = latest;
    Thread.ofVirtual().name("latest").start(() -> run(input, mine));
  }

  private void run(I input, long mine) {
    try {
      O result = work.apply(input);
      Platform.runLater(
          () -> {
            if (mine == latest) {
              done.accept(result);
            }
          });
    } catch (RuntimeException | Error e) {
      Platform.runLater(
          () -> {
            if (mine == latest) {
              failed.accept(e);
            }
          });
    }
  }
}
