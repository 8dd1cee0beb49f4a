package dev.assay.app.gui.dialog;

import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.task.TaskItem;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// Asks what to do with work that is still running when the window is closed. Recorded audits are
/// safe whatever the answer.
public final class QuitDialog {

  private static final ButtonType CANCEL_AND_QUIT =
      new ButtonType("Cancel the work and quit", ButtonBar.ButtonData.YES);
  private static final ButtonType WAIT =
      new ButtonType("Quit when it is done", ButtonBar.ButtonData.NO);
  private static final ButtonType STAY = new ButtonType("Stay", ButtonBar.ButtonData.CANCEL_CLOSE);

  private QuitDialog() {}

  /// Shows the question.
  ///
  /// @param quit closes the window
  public static void show(Stage owner, Session session, Runnable quit) {
    String names =
        session.tasks().running().stream().map(TaskItem::title).collect(Collectors.joining(", "));
    Label words =
        new Label(
            "Still running: "
                + names
                + ". Audits that were recorded are safe; what is not finished is lost when it is cancelled.");
    words.setWrapText(true);
    words.setPrefWidth(420);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle("Quit Assay");
    dialog.getDialogPane().setContent(words);
    dialog.getDialogPane().getButtonTypes().setAll(CANCEL_AND_QUIT, WAIT, STAY);
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    dialog.getDialogPane().lookupButton(CANCEL_AND_QUIT).setId("quit-cancel");
    dialog.getDialogPane().lookupButton(WAIT).setId("quit-wait");
    dialog.getDialogPane().lookupButton(STAY).setId("quit-stay");
    dialog.setOnHidden(
        event -> {
          if (CANCEL_AND_QUIT.equals(dialog.getResult())) {
            session.tasks().running().forEach(item -> item.cancellation().cancel());
            quit.run();
          } else if (WAIT.equals(dialog.getResult())) {
            whenDone(session, quit);
          }
        });
    dialog.show();
  }

  private static void whenDone(Session session, Runnable quit) {
    if (session.tasks().running().isEmpty()) {
      quit.run();
      return;
    }
    session
        .tasks()
        .running()
        .addListener(
            (ListChangeListener<TaskItem>)
                change -> {
                  if (session.tasks().running().isEmpty()) {
                    javafx.application.Platform.runLater(quit);
                  }
                });
  }
}
