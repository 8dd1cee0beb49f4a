package dev.assay.app.gui;

import dev.assay.app.gui.command.Commands;
import dev.assay.app.gui.dialog.ErrorPresenter;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.settings.Settings;
import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Shell;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.gui.theme.Themes;
import dev.assay.app.wiring.Wiring;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// One window and everything in it.
public final class AssayWindow implements AutoCloseable {

  private final Stage stage;
  private final Session session;
  private final Themes themes = new Themes();
  private final Navigator navigator = new Navigator();
  private final Commands commands = new Commands();
  private final Shell shell;

  /// Builds the window; it is not shown yet.
  ///
  /// @param settingsFile where settings are remembered
  /// @param workspace where audits are recorded
  public AssayWindow(Stage stage, SettingsFile settingsFile, Path workspace) {
    this.stage = stage;
    ErrorPresenter notices = new ErrorPresenter();
    TaskCenter tasks = new TaskCenter(notices::show);
    session = new Session(new Wiring(), tasks, settingsFile, workspace);
    Settings settings = session.settings().get();
    themes.choice().set(settings.look());
    themes.scale().set(settings.scale());
    Screens screens = new Screens(session, navigator, commands, themes, stage);
    screens.registerCommands();
    shell = new Shell(session, navigator, commands, notices, screens::of, screens::open);
    screens.shown().bind(shell.shown());
    Settings.Frame frame = settings.frame();
    Scene scene = new Scene(shell, frame.width(), frame.height());
    themes.dress(scene);
    commands.listenTo(scene);
    stage.setTitle("Assay");
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    if (frame.x() != null && frame.y() != null) {
      stage.setX(frame.x());
      stage.setY(frame.y());
    }
    stage.setMaximized(frame.maximized());
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

  /// Shows it.
  public void show() {
    stage.show();
  }

  @Override
  public void close() {
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
  }
}
