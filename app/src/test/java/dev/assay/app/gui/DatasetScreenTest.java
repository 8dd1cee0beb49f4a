package dev.assay.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a dataset, looked through tab by tab as a user does. Pictures are left in
/// `target/screens`.
class DatasetScreenTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir static Path folder;
  private static AssayWindow window;

  @BeforeAll
  static void open() throws Exception {
    Toolkit.start();
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
  void everyTabOfAdultIsFilledInBothLooks() throws Exception {
    Path data = Files.copy(Corpus.path("datasets/adult_train.csv"), folder.resolve("adult.csv"));
    show(data);
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      on(
          () -> {
            window.themes().choice().set(look);
            return true;
          });
      String suffix = "-" + look.name().toLowerCase(Locale.ROOT);
      for (int tab = 0; tab < 6; tab++) {
        int chosen = tab;
        on(
            () -> {
              tabs().getSelectionModel().select(chosen);
              return true;
            });
        await(() -> window.session().tasks().running().isEmpty());
        picture("adult-" + tab + suffix);
      }
    }
    assertThat(on(() -> find("#mosaic", Node.class).getAccessibleText())).contains("rows");
  }

  private static void show(Path data) throws Exception {
    on(
        () -> {
          window
              .session()
              .open(data, m -> {}, d -> window.navigator().go(new Place.Dataset(d.file())));
          return true;
        });
    await(() -> window.scene().getRoot().lookup("#dataset-tabs") != null);
  }

  private static TabPane tabs() {
    return find("#dataset-tabs", TabPane.class);
  }

  private static <N extends Node> N find(String selector, Class<N> type) {
    return type.cast(window.scene().getRoot().lookup(selector));
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

  private static void await(Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!on(condition)) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
      Thread.sleep(20);
    }
  }

  private static <T> T on(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
