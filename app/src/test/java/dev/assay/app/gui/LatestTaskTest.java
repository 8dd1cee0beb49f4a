package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.task.LatestTask;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LatestTaskTest {

  private final List<String> worked = new CopyOnWriteArrayList<>();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final List<Throwable> failed = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void toolkit() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      assertThat(running).hasMessageContaining("already");
    }
  }

  @Test
  void onlyTheLatestIsWorkedOnWhenAskedQuickly() throws Exception {
    LatestTask<String, String> task = task(Duration.millis(50), new CountDownLatch(0));

    on(
        () -> {
          for (String input : List.of("a", "b", "c")) {
            task.ask(input);
          }
          return true;
        });
    await(() -> !done.isEmpty());

    assertThat(worked).containsExactly("c");
    assertThat(done).containsExactly("C");
  }

  @Test
  void aResultThatComesLateIsForgotten() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    LatestTask<String, String> task = task(Duration.ZERO, slow);

    on(
        () -> {
          task.askNow("slow");
          task.askNow("new");
          return true;
        });
    await(() -> !done.isEmpty());
    slow.countDown();
    await(() -> worked.size() == 2);
    on(() -> true);

    assertThat(done).containsExactly("NEW");
  }

  @Test
  void nothingComesAfterItWasCancelled() throws Exception {
    LatestTask<String, String> task = task(Duration.millis(30), new CountDownLatch(0));

    on(
        () -> {
          task.ask("a");
          task.cancel();
          return true;
        });
    Thread.sleep(120);

    assertThat(worked).isEmpty();
    assertThat(done).isEmpty();
  }

  @Test
  void whatWentWrongIsSaid() throws Exception {
    LatestTask<String, String> task =
        new LatestTask<>(
            Duration.ZERO,
            input -> {
              throw new IllegalStateException(input);
            },
            done::add,
            failed::add);

    on(
        () -> {
          task.askNow("broken");
          return true;
        });
    await(() -> !failed.isEmpty());

    assertThat(failed.getFirst()).hasMessage("broken");
    assertThat(done).isEmpty();
  }

  private LatestTask<String, String> task(Duration rest, CountDownLatch slow) {
    return new LatestTask<>(
        rest,
        input -> {
          if (input.equals("slow")) {
            waitFor(slow);
          }
          worked.add(input);
          return input.toUpperCase(java.util.Locale.ROOT);
        },
        done::add,
        failed::add);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
