package dev.assay.app.gui.dialog;

import java.util.List;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.Window;

/// Asks before texts that are not saved are lost.
public final class UnsavedDialog {

  private static final ButtonType STAY =
      new ButtonType("Go back and save", ButtonBar.ButtonData.CANCEL_CLOSE);

  private UnsavedDialog() {}

  /// Goes on at once when nothing would be lost, else after the question.
  ///
  /// @param unsaved what would be lost, one line each
  /// @param act names the button that loses it: "Quit without saving"
  /// @param goOn loses it
  public static void ask(Window owner, List<String> unsaved, String act, Runnable goOn) {
    if (unsaved.isEmpty()) {
      goOn.run();
      return;
    }
    ButtonType lose = new ButtonType(act, ButtonBar.ButtonData.YES);
    Label words = new Label("Not saved yet:\n\n• " + String.join("\n• ", unsaved));
    words.setWrapText(true);
    words.setPrefWidth(420);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle("Texts that are not saved");
    dialog.getDialogPane().setContent(words);
    dialog.getDialogPane().getButtonTypes().setAll(lose, STAY);
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    dialog.getDialogPane().lookupButton(lose).setId("unsaved-lose");
    dialog.getDialogPane().lookupButton(STAY).setId("unsaved-stay");
    dialog.setOnHidden(
        event -> {
          if (lose.equals(dialog.getResult())) {
            goOn.run();
          }
        });
    dialog.show();
  }
}
