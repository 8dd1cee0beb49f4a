package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Place;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long the toolkit's thread keeps somebody waiting while work goes on: a message is sent to it
/// every five milliseconds and the longest answer of each act is printed, with what of it was work
/// of the toolkit's own thread; the rest it waited for a processor. What is aimed at is 100 ms. The
/// limits are above it, for a busy machine pauses everything, and here every tab is the first of
/// its kind in a cold virtual machine.
class PausesTest {

  private static final long WAIT_LIMIT = 4_000;
  private static final long WORK_LIMIT = 500;
  private static final long READING_MILLIS = 700;

  @TempDir Path folder;

  @Test
  void theWindowAnswersWhileFilesAreReadRunsGoOnTabsOpenAndDocumentsAreWritten() throws Exception {
    Map<String, Pause> longest = new LinkedHashMap<>();
    try (WindowDriver driver = WindowDriver.open(folder)) {
      AssayWindow window = driver.window();
      Demo demo = new Demo(folder, null);
      demo.prepare();
      EvaluateRequest request = demo.request();
      driver.settle();
      longest.put("import", watch(() -> open(window, request)));
      AtomicReference<String> run = new AtomicReference<>("");
      longest.put("run", watch(() -> run(window, request, run)));
      longest.put("results", watch(() -> results(driver, run.get())));
      TabPane tabs = (TabPane) driver.find(".tab-pane");
      for (Tab tab : on(() -> List.copyOf(tabs.getTabs()))) {
        longest.put("tab " + tab.getText(), watch(() -> select(tabs, tab)));
      }
      longest.put("export", watch(() -> export(driver, run.get())));
    }
    System.out.println("window: longest pauses of the toolkit's thread, ms: " + longest);
    assertThat(longest.values())
        .allMatch(pause -> pause.waited() < WAIT_LIMIT && pause.worked() < WORK_LIMIT);
  }

  private static boolean open(AssayWindow window, EvaluateRequest request) throws Exception {
    on(
        () -> {
          window.session().open(Objects.requireNonNull(request.model()), m -> {}, d -> {});
          window.session().open(request.data(), m -> {}, d -> {});
          return true;
        });
    await(
        () ->
            on(
                () ->
                    window.session().models().size() == 1
                        && window.session().datasets().size() == 1));
    return true;
  }

  private static boolean run(
      AssayWindow window, EvaluateRequest request, AtomicReference<String> run) throws Exception {
    on(() -> window.session().evaluate(request, r -> run.set(r.id())));
    await(() -> !run.get().isEmpty());
    return true;
  }

  private static boolean results(WindowDriver driver, String run) throws Exception {
    on(
        () -> {
          driver.window().navigator().go(new Place.Run(run));
          return true;
        });
    await(() -> driver.shows("#document-tabs"));
    Thread.sleep(READING_MILLIS);
    return true;
  }

  private boolean export(WindowDriver driver, String run) throws Exception {
    Session session = driver.window().session();
    on(
        () ->
            session
                .tasks()
                .start(
                    "Writing",
                    item ->
                        session
                            .wiring()
                            .export()
                            .evaluation(
                                session.run(run).orElseThrow().open().run(), folder.resolve("out")),
                    files -> {}));
    await(() -> on(() -> session.tasks().running().isEmpty()));
    return true;
  }

  private static boolean select(TabPane tabs, Tab tab) throws Exception {
    on(
        () -> {
          tabs.getSelectionModel().select(tab);
          return true;
        });
    Thread.sleep(READING_MILLIS);
    return true;
  }

  /// The longest that a message waited while something was done, and the most that the toolkit's
  /// thread worked before it answered one, in milliseconds.
  private record Pause(long waited, long worked) {
    @Override
    public String toString() {
      return waited + " (work " + worked + ")";
    }
  }

  private static Pause watch(Callable<Boolean> act) throws Exception {
    AtomicLong waited = new AtomicLong();
    AtomicLong worked = new AtomicLong();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Thread watcher =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  long before = Long.MAX_VALUE;
                  while (!Thread.currentThread().isInterrupted()) {
                    long asked = System.nanoTime();
                    FutureTask<Long> ping = new FutureTask<>(threads::getCurrentThreadCpuTime);
                    Platform.runLater(ping);
                    try {
                      long now = ping.get();
                      waited.accumulateAndGet((System.nanoTime() - asked) / 1_000_000, Math::max);
                      worked.accumulateAndGet((now - before) / 1_000_000, Math::max);
                      before = now;
                      Thread.sleep(5);
                    } catch (InterruptedException ended) {
                      Thread.currentThread().interrupt();
                    } catch (ExecutionException impossible) {
                      throw new AssertionError(impossible);
                    }
                  }
                });
    act.call();
    watcher.interrupt();
    watcher.join();
    return new Pause(waited.get(), worked.get());
  }
}
