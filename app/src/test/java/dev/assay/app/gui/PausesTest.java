package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Place;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long the toolkit's thread keeps somebody waiting while work goes on: a message is sent to it
/// every five milliseconds and the longest answer of each act is printed. A busy machine pauses
/// everything, so the limit is far above what is aimed at (100 ms).
class PausesTest {

  private static final long LIMIT_MILLIS = 4_000;
  private static final long READING_MILLIS = 700;

  @TempDir Path folder;

  @Test
  void theWindowAnswersWhileFilesAreReadRunsGoOnTabsOpenAndDocumentsAreWritten() throws Exception {
    Map<String, Long> longest = new LinkedHashMap<>();
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
      longest.put("tabs", watch(() -> tabs(driver)));
      longest.put("export", watch(() -> export(driver, run.get())));
    }
    System.out.println("window: longest pauses of the toolkit's thread, ms: " + longest);
    assertThat(longest.values()).allMatch(pause -> pause < LIMIT_MILLIS);
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

  private static boolean tabs(WindowDriver driver) throws Exception {
    TabPane tabs = (TabPane) driver.find(".tab-pane");
    int count = on(() -> tabs.getTabs().size());
    for (int i = 0; i < count; i++) {
      int tab = i;
      on(
          () -> {
            tabs.getSelectionModel().select(tab);
            return true;
          });
      Thread.sleep(READING_MILLIS);
    }
    return true;
  }

  /// The longest that a message waited while something was done, in milliseconds.
  private static long watch(Callable<Boolean> act) throws Exception {
    AtomicLong longest = new AtomicLong();
    Thread watcher =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    long asked = System.nanoTime();
                    FutureTask<Boolean> ping = new FutureTask<>(() -> true);
                    Platform.runLater(ping);
                    try {
                      ping.get();
                      longest.accumulateAndGet((System.nanoTime() - asked) / 1_000_000, Math::max);
                      Thread.sleep(5);
                    } catch (InterruptedException ended) {
                      Thread.currentThread().interrupt();
                    } catch (java.util.concurrent.ExecutionException impossible) {
                      throw new AssertionError(impossible);
                    }
                  }
                });
    act.call();
    watcher.interrupt();
    watcher.join();
    return longest.get();
  }
}
