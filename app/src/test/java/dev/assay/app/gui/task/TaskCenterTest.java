package dev.assay.app.gui.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.common.Cancelled;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TaskCenterTest {

  private final List<String> told = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void toolkit() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      assertThat(running).hasMessageContaining("already");
    }
    Platform.setImplicitExit(false);
  }

  @Test
  void whatIsToHappenAfterwardsHappensHoweverTheWorkEnds() throws Exception {
    CountDownLatch ended = new CountDownLatch(4);
    try (TaskCenter tasks = new TaskCenter(f -> told.add("failed " + f.getMessage()), m -> {})) {
      Platform.runLater(
          () -> {
            tasks.start("a", item -> "read", told::add, ended::countDown);
            tasks.start("b", item -> fail("worker"), told::add, ended::countDown);
            tasks.start("c", item -> stopped(), told::add, ended::countDown);
            tasks.start("d", item -> fail("again"), told::add, ended::countDown);
          });
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(told).containsExactlyInAnyOrder("read", "failed worker", "failed again");
  }

  private static String fail(String why) {
    throw new IllegalStateException(why);
  }

  private static String stopped() {
    throw new Cancelled("X", "Stopped.", "Start again.");
  }
}
