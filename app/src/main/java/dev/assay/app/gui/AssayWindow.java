package dev.assay.app.gui;

import dev.assay.app.gui.command.Commands;
import dev.assay.app.gui.dialog.ErrorPresenter;
import dev.assay.app.gui.dialog.QuitDialog;
import dev.assay.app.gui.dialog.UnsavedDialog;
import dev.assay.app.gui.instance.WorkspaceWindow;
import dev.assay.app.gui.layout.LayoutMemory;
import dev.assay.app.gui.log.LogBook;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.settings.Settings;
import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.shell.Shell;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.gui.theme.Themes;
import dev.assay.app.wiring.Wiring;
import dev.assay.chart.Charts;
import dev.assay.common.UsageError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One window and everything in it.
public final class AssayWindow implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(AssayWindow.class.getName());
  private static final Duration SETTLED = Duration.millis(800);

  private final Stage stage;
  private final Session session;
  private final SettingsFile settingsFile;
  private final LogBook log = LogBook.open();
  private final Themes themes = new Themes();
  private final Navigator navigator = new Navigator();
  private final Commands commands = new Commands();
  private final LayoutMemory memory;
  private final ErrorPresenter notices;
  private final Screens screens;
  private final Shell shell;
  private final PauseTransition settled = new PauseTransition(SETTLED);
  private @Nullable WorkspaceWindow hold;

  /// Builds the window; it is not shown yet.
  ///
  /// @param settingsFile where settings are remembered
  /// @param workspace where audits are recorded
  public AssayWindow(Stage stage, SettingsFile settingsFile, Path workspace) {
    this.stage = stage;
    this.settingsFile = settingsFile;
    notices = new ErrorPresenter(() -> navigator.go(new Place.Log()));
    TaskCenter tasks = new TaskCenter(notices::show, notices::tell);
    session = new Session(new Wiring(), tasks, settingsFile, workspace);
    memory = new LayoutMemory(session);
    Settings settings = session.settings().get();
    themes.choice().set(settings.look());
    themes.scale().set(settings.scale());
    ObjectProperty<@Nullable Screen> shown = new SimpleObjectProperty<>(this, "shown");
    screens = new Screens(session, navigator, commands, themes, stage, log, this::openWorkspace);
    new WindowCommands(
            session,
            navigator,
            commands,
            themes,
            stage,
            new WindowCommands.Acts(
                screens::open,
                screens::openSample,
                screens::record,
                this::openWorkspace,
                this::openPalette,
                this::resetLayout,
                shown))
        .register();
    shell =
        new Shell(
            session,
            navigator,
            notices,
            memory,
            new Shell.Acts(commands, screens::of, screens::open));
    shown.bind(shell.shown());
    dress(settings.frame());
  }

  private void dress(Settings.Frame frame) {
    Scene scene = new Scene(shell, frame.width(), frame.height());
    themes.dress(scene);
    commands.listenTo(scene);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && notices.dismiss()) {
            event.consume();
          }
        });
    stage.setTitle("Assay");
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    if (frame.x() != null && frame.y() != null) {
      stage.setX(frame.x());
      stage.setY(frame.y());
    }
    stage.setMaximized(frame.maximized());
    stage.setOnCloseRequest(this::askBeforeClosing);
    stage.setOnHidden(event -> close());
  }

  /// What is open.
  public Session session() {
    return session;
  }

  /// Where we are.
  public Navigator navigator() {
    return navigator;
  }

  /// What can be done.
  public Commands commands() {
    return commands;
  }

  /// Light or dark, and the size of type.
  public Themes themes() {
    return themes;
  }

  /// What is shown.
  public Scene scene() {
    return stage.getScene();
  }

  /// Opens files, as when they are dropped on the window.
  public void open(List<Path> files) {
    screens.open(files);
  }

  /// Takes the workspace for this window.
  ///
  /// @return false when another window has it, which comes to the front
  public boolean takeWorkspace() {
    return take(session.workspace().get());
  }

  /// Shows it; a moment later the machine is looked at, and the first time the sample is evaluated.
  public void show() {
    stage.show();
    settled.setOnFinished(
        event -> {
          session.lookAtTheMachine();
          Thread.ofPlatform().daemon().name("chart-fonts").start(Charts::prepare);
          session.refreshAudits();
          session.writing().refreshPolicies(entries -> {});
        });
    settled.play();
  }

  /// Opens and evaluates the sample when nothing was ever opened, so that the first page shows real
  /// numbers.
  public void showSampleTheFirstTime() {
    Settings known = session.settings().get();
    if (known.models().isEmpty() && known.datasets().isEmpty()) {
      screens.evaluateSample();
    }
  }

  private boolean take(Path workspace) {
    try {
      Optional<WorkspaceWindow> taken =
          WorkspaceWindow.take(
              settingsFile.folder(), workspace, () -> Platform.runLater(this::toFront));
      if (taken.isEmpty()) {
        return false;
      }
      release();
      hold = taken.get();
      return true;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the workspace is not held for this window: {0}", e.getMessage());
      return true;
    }
  }

  private void release() {
    if (hold != null) {
      hold.close();
      hold = null;
    }
  }

  private void toFront() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  private void openWorkspace(Path file) {
    if (file.equals(session.workspace().get())) {
      return;
    }
    if (!take(file)) {
      notices.show(
          new UsageError(
              "WORKSPACE-OPEN",
              "'" + file.getFileName() + "' is open in another window.",
              "That window comes to the front; close it to open the workspace here."));
      return;
    }
    session.useWorkspace(file);
    navigator.go(new Place.Audits());
  }

  private void openPalette() {
    shell.openPalette();
  }

  private void resetLayout() {
    memory.forget();
    themes.scale().set(1);
    stage.setMaximized(false);
    stage.setWidth(Settings.Frame.FIRST.width());
    stage.setHeight(Settings.Frame.FIRST.height());
    stage.centerOnScreen();
    shell.refresh();
    notices.tell("Everything stands where it stood the first time.");
  }

  private void askBeforeClosing(WindowEvent event) {
    UnsavedDialog.ask(
        stage,
        session.writing().drafts().unsaved(),
        "Quit without saving",
        this::closeUnlessWorkRuns);
    event.consume();
  }

  private void closeUnlessWorkRuns() {
    if (session.tasks().running().isEmpty()) {
      stage.hide();
    } else {
      QuitDialog.show(stage, session, stage::hide);
    }
  }

  @Override
  public void close() {
    settled.stop();
    memory.keep();
    session.remember(
        s ->
            s.withLook(themes.choice().get(), themes.scale().get())
                .withFrame(
                    new Settings.Frame(
                        stage.getX(),
                        stage.getY(),
                        stage.getScene().getWidth(),
                        stage.getScene().getHeight(),
                        stage.isMaximized())));
    session.close();
    release();
    log.close();
  }
}
