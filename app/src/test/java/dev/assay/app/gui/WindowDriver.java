package dev.assay.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Drives a window from a test's thread as a user does: looks, clicks, types, waits.
final class WindowDriver implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;
  private static final int STILL_FRAMES = 4;

  private final AssayWindow window;
  private double pictureWidth = 1280;
  private double pictureHeight = 800;

  private WindowDriver(AssayWindow window) {
    this.window = window;
  }

  /// Opens a window whose settings and workspace lie in the folder.
  static WindowDriver open(Path folder) throws Exception {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      assertThat(running).hasMessageContaining("already");
    }
    Platform.setImplicitExit(false);
    AssayWindow window =
        on(
            () -> {
              AssayWindow opened =
                  new AssayWindow(
                      new Stage(),
                      new SettingsFile(folder.resolve("settings.json")),
                      folder.resolve("w.assay"));
              opened.show();
              opened.scene().getWindow().setX(0);
              opened.scene().getWindow().setY(0);
              return opened;
            });
    return new WindowDriver(window);
  }

  AssayWindow window() {
    return window;
  }

  @Override
  public void close() throws Exception {
    on(
        () -> {
          window.scene().getWindow().hide();
          return true;
        });
  }

  /// How large pictures are from now on.
  void size(double width, double height) {
    pictureWidth = width;
    pictureHeight = height;
  }

  /// What the window would show at this size; the window itself stays as it is, for the headless
  /// platform knows no larger screens.
  WritableImage shot(double width, double height) throws Exception {
    return on(
        () -> {
          Region root = (Region) root();
          double widthBefore = root.getWidth();
          double heightBefore = root.getHeight();
          SnapshotParameters whole = new SnapshotParameters();
          whole.setViewport(new Rectangle2D(0, 0, width, height));
          for (int pass = 0; pass < 2; pass++) {
            root.resize(width, height);
            root.applyCss();
            root.layout();
          }
          WritableImage shot = root.snapshot(whole, null);
          root.resize(widthBefore, heightBefore);
          root.layout();
          return shot;
        });
  }

  void go(Place place) throws Exception {
    on(
        () -> {
          window.navigator().go(place);
          return true;
        });
    settle();
  }

  /// The node of this selector that is shown.
  Node find(String selector) throws Exception {
    return on(
        () ->
            window.scene().getRoot().lookupAll(selector).stream()
                .filter(WindowDriver::isShown)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on screen: " + selector)));
  }

  boolean shows(String selector) throws Exception {
    return on(
        () ->
            window.scene().getRoot().lookupAll(selector).stream().anyMatch(WindowDriver::isShown));
  }

  static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  /// Clicks the middle of a node with the mouse.
  void click(String selector) throws Exception {
    await(() -> shows(selector));
    Node node = find(selector);
    on(
        () -> {
          window.scene().getWindow().requestFocus();
          Bounds box = node.localToScreen(node.getBoundsInLocal());
          Robot robot = new Robot();
          robot.mouseMove(new Point2D(box.getCenterX(), box.getCenterY()));
          robot.mouseClick(MouseButton.PRIMARY);
          return true;
        });
    frames(2);
  }

  /// Presses keys together.
  void press(KeyCode... keys) throws Exception {
    on(
        () -> {
          Robot robot = new Robot();
          for (KeyCode key : keys) {
            robot.keyPress(key);
          }
          for (KeyCode key : Arrays.asList(keys).reversed()) {
            robot.keyRelease(key);
          }
          return true;
        });
    frames(2);
  }

  /// Waits until what is shown no longer changes.
  void settle() throws Exception {
    int still = 0;
    int before = -1;
    while (still < STILL_FRAMES) {
      frames(1);
      int now = on(() -> window.session().tasks().running().isEmpty() ? nodes(root()) : -2);
      still = now == before && now >= 0 ? still + 1 : 0;
      before = now;
    }
  }

  private Parent root() {
    return window.scene().getRoot();
  }

  private static int nodes(Node node) {
    int count = 1;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        count += nodes(child);
      }
    }
    return count;
  }

  private static void frames(int count) throws Exception {
    AtomicInteger seen = new AtomicInteger();
    FutureTask<Boolean> done = new FutureTask<>(() -> true);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (seen.incrementAndGet() >= count) {
              stop();
              done.run();
            }
          }
        };
    Platform.runLater(timer::start);
    done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /// Looks at what is shown, in both looks and at the smallest, usual and largest type: everything
  /// has a name, is whole and stands out.
  void obeysTheRules(String where) throws Exception {
    SceneRules rules = new SceneRules();
    for (LookChoice look : new LookChoice[] {LookChoice.DARK, LookChoice.LIGHT}) {
      for (double scale : new double[] {0.8, 2.0, 1.0}) {
        on(
            () -> {
              window.themes().choice().set(look);
              window.themes().scale().set(scale);
              return true;
            });
        settle();
        on(
            () -> {
              root().applyCss();
              root().layout();
              rules.look(where + " " + look + " " + Math.round(scale * 100) + " %", root());
              return true;
            });
      }
    }
    assertThat(rules.faults()).isEmpty();
  }

  /// Writes what is shown.
  void picture(String name) throws Exception {
    settle();
    WritableImage shot = shot(pictureWidth, pictureHeight);
    Pictures.write(shot, Path.of("target", "screens", name + ".png"));
  }

  /// Waits until it is so.
  static void await(Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
      Thread.sleep(20);
    }
  }

  /// Does something on the toolkit's thread.
  static <T> T on(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
