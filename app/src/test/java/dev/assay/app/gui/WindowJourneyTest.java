package dev.assay.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.finding.Policies;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user's way through the window without a display: open the sample, evaluate it, read the
/// results, record the audit; a hostile file on the way leaves the window as it was. Pictures of
/// every screen in both looks are left in `target/screens`.
class WindowJourneyTest {

  private static final long PATIENCE_SECONDS = 120;

  @TempDir static Path folder;
  private static AssayWindow window;

  @BeforeAll
  static void open() throws Exception {
    Platform.startup(() -> {});
    window =
        on(
            () -> {
              AssayWindow opened =
                  new AssayWindow(
                      new Stage(),
                      new SettingsFile(folder.resolve("settings.json")),
                      folder.resolve("w.assay"));
              opened.show();
              return opened;
            });
  }

  @AfterAll
  static void close() throws Exception {
    on(
        () -> {
          window.scene().getWindow().hide();
          return true;
        });
  }

  @Test
  void aUserOpensEvaluatesReadsAndRecords() throws Exception {
    Demo demo = new Demo(folder, null);
    demo.prepare();
    EvaluateRequest request = demo.request();
    AtomicLong longest = watchThePauses();
    Path model = java.util.Objects.requireNonNull(request.model());
    on(
        () -> {
          window.session().open(model, m -> {}, d -> {});
          window.session().open(request.data(), m -> {}, d -> {});
          return true;
        });
    await(() -> window.session().models().size() == 1 && window.session().datasets().size() == 1);
    AtomicReference<String> run = new AtomicReference<>("");
    on(() -> window.session().evaluate(withoutChecks(request), r -> run.set(r.id())));
    await(() -> !run.get().isEmpty());
    screens(model, request.data(), run.get());
    on(
        () -> {
          window
              .session()
              .record(
                  window.session().run(run.get()).orElseThrow(),
                  Policies.load("default"),
                  "From the window",
                  "to see that it works",
                  "",
                  r -> {});
          return true;
        });
    await(() -> window.session().audits().size() == 1);
    String audit = on(() -> window.session().audits().getFirst().id());
    go(new Place.Audit(audit));
    await(() -> window.scene().getRoot().lookup("#export-audit") != null);
    picture("audit");
    System.out.println("window: longest pause of the toolkit's thread " + longest.get() + " ms");
  }

  @Test
  void aHostileFileGivesANoticeAndTheWindowStaysAsItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("broken.parquet"), "PAR1 this is no table PAR1");
    Place before = on(() -> window.navigator().place().get());
    on(
        () -> {
          window.session().open(file, m -> {}, d -> {});
          return true;
        });
    await(() -> window.scene().getRoot().lookup(".notice") != null);
    assertThat(on(() -> window.navigator().place().get())).isEqualTo(before);
    String words =
        on(() -> String.valueOf(window.scene().getRoot().lookup(".notice").getAccessibleText()));
    assertThat(words).contains("broken.parquet");
  }

  private static void screens(Path model, Path data, String run) throws Exception {
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      on(
          () -> {
            window.themes().choice().set(look);
            return true;
          });
      String suffix = "-" + look.name().toLowerCase(java.util.Locale.ROOT);
      show("start" + suffix, new Place.Start());
      show("models" + suffix, new Place.Models());
      show("model" + suffix, new Place.Model(model));
      show("datasets" + suffix, new Place.Datasets());
      show("dataset" + suffix, new Place.Dataset(data));
      show("evaluate" + suffix, new Place.Evaluate());
      show("runs" + suffix, new Place.Runs());
      show("policies" + suffix, new Place.Policies());
      show("glossary" + suffix, new Place.Glossary("roc_auc"));
      show("guide" + suffix, new Place.Help("index"));
      show("settings" + suffix, new Place.Preferences());
      go(new Place.Run(run));
      await(() -> tabs() != null && tabs().getTabs().size() > 7);
      int count = on(() -> tabs().getTabs().size());
      assertThat(count).isGreaterThanOrEqualTo(8);
      for (int tab = 0; tab < count; tab++) {
        int chosen = tab;
        on(
            () -> {
              tabs().getSelectionModel().select(chosen);
              return true;
            });
        picture("run-" + tab + suffix);
      }
    }
  }

  private static TabPane tabs() {
    Node found = window.scene().getRoot().lookup(".tab-pane");
    return found instanceof TabPane tabs ? tabs : null;
  }

  private static void show(String name, Place place) throws Exception {
    go(place);
    picture(name);
  }

  private static void go(Place place) throws Exception {
    on(
        () -> {
          window.navigator().go(place);
          return true;
        });
  }

  private static void picture(String name) throws Exception {
    on(
        () -> {
          window.scene().getRoot().applyCss();
          window.scene().getRoot().layout();
          Pictures.write(window.scene(), Path.of("target", "screens", name + ".png"));
          return true;
        });
  }

  private static EvaluateRequest withoutChecks(EvaluateRequest r) {
    return new EvaluateRequest(
        r.model(),
        r.data(),
        null,
        null,
        null,
        null,
        "auto",
        0.5,
        List.of(),
        null,
        null,
        List.of("none"),
        2,
        r.seed(),
        r.timeoutSeconds(),
        r.command());
  }

  private static AtomicLong watchThePauses() {
    AtomicLong longest = new AtomicLong();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (true) {
                  long asked = System.nanoTime();
                  FutureTask<Boolean> ping = new FutureTask<>(() -> true);
                  Platform.runLater(ping);
                  ping.get();
                  longest.accumulateAndGet((System.nanoTime() - asked) / 1_000_000, Math::max);
                  Thread.sleep(10);
                }
              } catch (Exception ended) {
                Thread.currentThread().interrupt();
              }
            });
    return longest;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!on(condition)) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
      Thread.sleep(50);
    }
  }

  private static <T> T on(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
