package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.AssayWindow;
import dev.assay.app.gui.part.Png;
import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealDialogTest {

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      assertThat(running).hasMessageContaining("already");
    }
    Platform.setImplicitExit(false);
  }

  @Test
  void itSaysWhoMaySignAndFitsIntoItsWindowAtEverySizeOfType() throws Exception {
    AssayWindow window =
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
    for (LookChoice look : new LookChoice[] {LookChoice.LIGHT, LookChoice.DARK}) {
      for (double scale : new double[] {1, 2}) {
        on(
            () -> {
              window.themes().choice().set(look);
              window.themes().scale().set(scale);
              new SealDialog<>(window.session(), filled -> "", signed -> {})
                  .show(window.scene().getWindow(), List.of());
              return true;
            });
        on(() -> look(window, "seal-" + look + "-" + scale));
      }
    }
    on(
        () -> {
          window.scene().getWindow().hide();
          return true;
        });
  }

  private static boolean look(AssayWindow window, String name) throws Exception {
    Node dialog =
        Window.getWindows().stream()
            .map(Window::getScene)
            .map(Scene::getRoot)
            .filter(root -> root.lookup("#seal-dialog") != null)
            .findFirst()
            .orElseThrow();
    Path picture = Path.of("target", "screens", name + ".png");
    Files.createDirectories(picture.toAbsolutePath().getParent());
    Files.write(picture, Png.of(dialog.snapshot(null, null)));
    assertThat(((Label) dialog.lookup("#seal-hindrance")).getText())
        .startsWith("Nobody is enrolled who may sign");
    Window own = dialog.getScene().getWindow();
    assertThat(own.getWidth()).isLessThanOrEqualTo(window.scene().getWindow().getWidth());
    assertThat(dialog.getStyle()).isEqualTo(window.scene().getRoot().getStyle());
    own.hide();
    return true;
  }

  private static <T> T on(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(60, TimeUnit.SECONDS);
  }
}
