package dev.assay.app.gui;

import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.shell.Place;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Opens the window on a real display, clicks on "Policies" with the mouse, writes what the screen
/// shows and ends. Arguments: a folder of its own, the picture to write.
public final class RealWindowMain {

  private static final int SETTLED = 90;

  private RealWindowMain() {}

  /// Starts it.
  public static void main(String[] args) {
    Application.launch(Opened.class, args);
  }

  /// The application.
  public static final class Opened extends Application {
    @Override
    public void start(Stage stage) {
      show(
          stage,
          Path.of(getParameters().getRaw().get(0)),
          Path.of(getParameters().getRaw().get(1)));
    }
  }

  private static void show(Stage stage, Path folder, Path picture) {
    AssayWindow window =
        new AssayWindow(
            stage, new SettingsFile(folder.resolve("settings.json")), folder.resolve("w.assay"));
    window.show();
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        frames++;
        if (frames == SETTLED) {
          click(window.scene().getRoot().lookup("#go-policies"));
        } else if (frames == 2 * SETTLED) {
          stop();
          end(window, picture);
        }
      }
    }.start();
  }

  private static void click(Node node) {
    Bounds box = node.localToScreen(node.getBoundsInLocal());
    Robot robot = new Robot();
    robot.mouseMove(box.getCenterX(), box.getCenterY());
    robot.mouseClick(MouseButton.PRIMARY);
  }

  private static void end(AssayWindow window, Path picture) {
    try {
      WritableImage shot =
          new Robot()
              .getScreenCapture(
                  null,
                  window.scene().getWindow().getX(),
                  window.scene().getWindow().getY(),
                  window.scene().getWidth(),
                  window.scene().getHeight());
      Pictures.write(shot, picture);
      System.out.println(
          window.navigator().place().get() instanceof Place.Policies
              ? "the click led to the policies"
              : "the click led to " + window.navigator().place().get());
    } catch (java.io.IOException e) {
      System.out.println("no picture: " + e.getMessage());
    }
    Platform.exit();
  }
}
