package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.shell.Place;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The frame around the screens: trail, palette, tray, quitting, layout.
class ShellTest {

  @TempDir Path folder;

  @Test
  void theTrailLeadsBackAndKeysGoEverywhere() throws Exception {
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.go(new Place.Evaluate());
      driver.click(".crumb-before");
      assertThat(place(driver)).isInstanceOf(Place.Runs.class);
      driver.click("#go-policies");
      assertThat(place(driver)).isInstanceOf(Place.Policies.class);
      driver.press(KeyCode.ALT, KeyCode.LEFT);
      await(() -> place(driver) instanceof Place.Runs);
      driver.press(KeyCode.F1);
      await(() -> place(driver) instanceof Place.Glossary);
      driver.press(KeyCode.CONTROL, KeyCode.F);
      assertThat(on(() -> driver.window().scene().getFocusOwner().getId()))
          .isEqualTo("glossary-filter");
    }
  }

  @Test
  void thePaletteSaysWhyACommandCannotBeDone() throws Exception {
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
      await(() -> on(() -> Window.getWindows().size()) > 1);
      Scene palette = on(() -> Window.getWindows().getLast().getScene());
      String words =
          on(
              () -> {
                palette.getRoot().applyCss();
                palette.getRoot().layout();
                ListView<?> list = (ListView<?>) palette.getRoot().lookup("#palette-list");
                return list.lookupAll(".label").stream()
                    .map(n -> ((Label) n).getText())
                    .reduce("", (a, b) -> a + "|" + b);
              });
      assertThat(words).contains("Open an audit first").contains("Open a model or dataset");
      driver.press(KeyCode.ESCAPE);
    }
  }

  @Test
  void closingAsksWhileWorkIsRunning() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (WindowDriver driver = WindowDriver.open(folder)) {
      on(
          () ->
              driver
                  .window()
                  .session()
                  .tasks()
                  .start(
                      "Counting sheep",
                      item -> {
                        try {
                          release.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                        return 1;
                      },
                      done -> {}));
      on(
          () -> {
            driver.window().commands().get("file.quit").perform();
            return true;
          });
      await(() -> find("#quit-stay") != null);
      assertThat(on(() -> driver.window().scene().getWindow().isShowing())).isTrue();
      assertThat(on(() -> words())).contains("Counting sheep");
      fire("#quit-stay");
      await(() -> find("#quit-stay") == null);
      assertThat(on(() -> driver.window().scene().getWindow().isShowing())).isTrue();
      on(
          () -> {
            driver.window().commands().get("file.quit").perform();
            return true;
          });
      await(() -> find("#quit-wait") != null);
      fire("#quit-wait");
      release.countDown();
      await(() -> on(() -> !driver.window().scene().getWindow().isShowing()));
    }
  }

  @Test
  void splittersStayAsTheyWereLeftUntilTheLayoutIsReset() throws Exception {
    SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.go(new Place.Log());
      on(
          () -> {
            splitter(driver).setDividerPositions(0.4);
            return true;
          });
      driver.go(new Place.Start());
    }
    assertThat(settings.load().layout()).containsKey("Log/log-split");
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.go(new Place.Log());
      assertThat(on(() -> splitter(driver).getDividerPositions()[0])).isBetween(0.35, 0.45);
      on(
          () -> {
            driver.window().commands().get("view.reset").perform();
            return true;
          });
      driver.settle();
      assertThat(on(() -> splitter(driver).getDividerPositions()[0])).isBetween(0.6, 0.8);
    }
  }

  @Test
  void theCommandOfAScreenIsCopied() throws Exception {
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.go(new Place.Preferences());
      driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
      await(() -> driver.shows(".notice"));
      AtomicReference<String> copied = new AtomicReference<>("");
      on(
          () -> {
            copied.set(Clipboard.getSystemClipboard().getString());
            return true;
          });
      assertThat(copied.get()).isEqualTo("assay doctor");
    }
  }

  private static SplitPane splitter(WindowDriver driver) {
    return (SplitPane) driver.window().scene().getRoot().lookup("#log-split");
  }

  private static Place place(WindowDriver driver) throws Exception {
    return on(() -> driver.window().navigator().place().get());
  }

  private static Node find(String selector) throws Exception {
    return on(
        () ->
            Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(w -> w.getScene().getRoot().lookup(selector))
                .filter(n -> n != null)
                .findFirst()
                .orElse(null));
  }

  private static String words() {
    return Window.getWindows().stream()
        .flatMap(w -> w.getScene().getRoot().lookupAll(".label").stream())
        .map(n -> ((Label) n).getText())
        .reduce("", (a, b) -> a + "|" + b);
  }

  private static void fire(String selector) throws Exception {
    Button button = (Button) find(selector);
    on(
        () -> {
          button.fire();
          return true;
        });
  }
}
