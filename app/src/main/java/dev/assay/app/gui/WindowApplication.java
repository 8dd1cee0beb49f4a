package dev.assay.app.gui;

import dev.assay.app.gui.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Starts the window. With `--startup-report` it prints one line that ends in the milliseconds from
/// the start of the process to the first frame, and exits.
public final class WindowApplication extends Application {

  /// The option that measures the start.
  public static final String STARTUP_REPORT = "--startup-report";

  private static final int FIRST_FRAMES = 2;

  /// Shows the window and returns when it is closed.
  public static void open(String[] args) {
    launch(WindowApplication.class, args);
  }

  @Override
  public void start(Stage stage) {
    List<String> args = getParameters().getRaw();
    Path home = Path.of(System.getProperty("user.home"));
    SettingsFile settings = new SettingsFile(home.resolve(".config/assay/settings.json"));
    String last = settings.load().workspace();
    AssayWindow window =
        new AssayWindow(
            stage, settings, last == null ? home.resolve(".assay/workspace.assay") : Path.of(last));
    if (!window.takeWorkspace()) {
      System.err.println(
          "assay: the workspace is open in another window, which comes to the front.");
      window.close();
      Platform.exit();
      return;
    }
    window.show();
    if (args.contains(STARTUP_REPORT)) {
      reportFirstFrame();
    } else {
      window.showSampleTheFirstTime();
    }
  }

  private static void reportFirstFrame() {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames >= FIRST_FRAMES) {
          stop();
          Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
          System.out.println(
              "startup to usable window, milliseconds: "
                  + Duration.between(started, Instant.now()).toMillis());
          Platform.exit();
        }
      }
    }.start();
  }
}
