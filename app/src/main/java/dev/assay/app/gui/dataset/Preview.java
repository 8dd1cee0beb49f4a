package dev.assay.app.gui.dataset;

import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.gui.task.TaskItem;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One thing that is being computed for the screen: a new wish cancels the one before, and only the
/// latest answer is shown.
final class Preview {

  private final TaskCenter tasks;
  private @Nullable TaskItem running;
  private int asked;

  Preview(TaskCenter tasks) {
    this.tasks = tasks;
  }

  /// @param work runs off the toolkit's thread
  /// @param done receives the answer on it, unless another was asked for since
  <T> void ask(String title, Function<TaskItem, T> work, Consumer<T> done) {
    cancel();
    int mine = ++asked;
    running =
        tasks.start(
            title,
            work,
            answer -> {
              if (mine == asked) {
                running = null;
                done.accept(answer);
              }
            });
  }

  /// What runs, if anything does.
  @Nullable TaskItem running() {
    return running;
  }

  /// Stops what runs; its answer is not shown.
  void cancel() {
    asked++;
    if (running != null) {
      running.cancellation().cancel();
      running = null;
    }
  }
}
