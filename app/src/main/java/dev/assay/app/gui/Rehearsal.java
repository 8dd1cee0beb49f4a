package dev.assay.app.gui;

import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.shell.Place;
import dev.assay.usecase.Demo;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/// Uses the window once as a reviewer would, out of sight and in a folder of its own, so that the
/// virtual machine can keep what it learns (classes, what runs often) for every later start.
/// Nothing depends on it: without it the first tab of each kind comes about a tenth of a second
/// later.
final class Rehearsal {

  private static final long LOOK_MILLIS = 350;
  private static final long PATIENCE_SECONDS = 60;

  private final AssayWindow window;

  private Rehearsal(AssayWindow window) {
    this.window = window;
  }

  /// Rehearses and ends the process.
  ///
  /// @param args an empty folder for what the rehearsal leaves
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Platform.startup(() -> {});
    AssayWindow window =
        on(
            () ->
                new AssayWindow(
                    new Stage(),
                    new SettingsFile(folder.resolve("settings.json")),
                    folder.resolve("rehearsal.assay")));
    new Rehearsal(window).play(folder);
    System.exit(0);
  }

  private void play(Path folder) throws Exception {
    run(window::show);
    Demo demo = new Demo(folder, null);
    demo.prepare();
    EvaluateRequest request = demo.request();
    Path model = Objects.requireNonNull(request.model());
    CompletableFuture<Path> opened = new CompletableFuture<>();
    run(() -> window.session().open(model, m -> {}, d -> {}));
    run(() -> window.session().open(request.data(), m -> {}, d -> opened.complete(request.data())));
    look(List.of(new Place.Evaluate(), new Place.Policies(), new Place.Help("index")));
    opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    CompletableFuture<String> evaluated = new CompletableFuture<>();
    run(() -> window.session().evaluate(request, r -> evaluated.complete(r.id())));
    look(List.of(new Place.Model(model), new Place.Dataset(request.data()), new Place.Runs()));
    String run = evaluated.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    look(List.of(new Place.Run(run), new Place.Audits(), new Place.Start()));
    run(() -> window.scene().getWindow().hide());
  }

  /// Goes to the places and opens each of their tabs.
  private void look(List<Place> places) throws Exception {
    for (Place place : places) {
      run(() -> window.navigator().go(place));
      pause();
      for (Tab tab : on(this::tabs)) {
        run(() -> tab.getTabPane().getSelectionModel().select(tab));
        pause();
      }
    }
  }

  private List<Tab> tabs() {
    return window.scene().getRoot().lookup(".tab-pane") instanceof TabPane pane
        ? List.copyOf(pane.getTabs())
        : List.of();
  }

  /// Waits a moment, as one who reads, and then for the toolkit.
  private static void pause() throws Exception {
    Thread.sleep(LOOK_MILLIS);
    run(() -> {});
  }

  private static void run(Runnable act) throws Exception {
    on(
        () -> {
          act.run();
          return true;
        });
  }

  private static <T> T on(Callable<T> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
