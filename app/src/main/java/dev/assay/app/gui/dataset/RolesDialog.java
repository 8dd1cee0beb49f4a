package dev.assay.app.gui.dataset;

import dev.assay.app.gui.session.Session;
import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpecs;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/// Asks what the columns are for and opens the dataset again with the answer.
final class RolesDialog {

  private RolesDialog() {}

  /// @param reopened receives the dataset as it is described now
  static void show(Window owner, Session session, Dataset dataset, Consumer<Dataset> reopened) {
    RolesModel model = new RolesModel(dataset);
    String name =
        Visible.of(String.valueOf(DatasetSpecs.besideFor(dataset.file()).getFileName()), 80);
    RolesPane pane = new RolesPane(model, name);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle("Roles of the columns");
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(pane);
    dialog.getDialogPane().getStyleClass().add("roles-dialog");
    dialog.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
    Bindings.bindContent(
        dialog.getDialogPane().getStylesheets(), owner.getScene().getStylesheets());
    ButtonType back = new ButtonType("Back", ButtonBar.ButtonData.BACK_PREVIOUS);
    ButtonType next = new ButtonType("Next", ButtonBar.ButtonData.NEXT_FORWARD);
    ButtonType use = new ButtonType("Use these roles", ButtonBar.ButtonData.OK_DONE);
    dialog.getDialogPane().getButtonTypes().setAll(back, next, use, ButtonType.CANCEL);
    step(dialog.getDialogPane().lookupButton(back), () -> pane.go(-1));
    step(dialog.getDialogPane().lookupButton(next), () -> pane.go(1));
    Node done = dialog.getDialogPane().lookupButton(use);
    done.setId("use-roles");
    done.disableProperty().bind(pane.usable().not());
    dialog.setOnHidden(
        event -> {
          Bindings.unbindContent(
              dialog.getDialogPane().getStylesheets(), owner.getScene().getStylesheets());
          if (use.equals(dialog.getResult())) {
            session.describe(dataset.file(), model.spec(), pane.beside(), reopened);
          }
        });
    dialog.show();
  }

  private static void step(Node button, Runnable act) {
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          act.run();
          event.consume();
        });
  }
}
