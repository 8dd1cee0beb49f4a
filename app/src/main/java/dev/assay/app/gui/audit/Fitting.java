package dev.assay.app.gui.audit;

import javafx.scene.Node;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Keeps large dialogs within the window that they stand over, at every size of type.
final class Fitting {

  private Fitting() {}

  /// Content that scrolls where it does not fit.
  static ScrollPane scrolled(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("page-scroll", "dialog-scroll");
    return scroll;
  }

  /// Makes a dialog no larger than its owner.
  static void within(Dialog<?> dialog, Window owner) {
    dialog.setOnShown(event -> fit(dialog.getDialogPane(), owner));
  }

  /// The same for the dialog that a node lies in, whose content has grown.
  static void again(Node grown) {
    if (grown.getScene().getRoot() instanceof Region pane
        && grown.getScene().getWindow() instanceof Stage dialog
        && dialog.getOwner() != null) {
      fit(pane, dialog.getOwner());
    }
  }

  private static void fit(Region pane, Window owner) {
    Window window = pane.getScene().getWindow();
    pane.applyCss();
    double width = Math.min(pane.prefWidth(-1), owner.getWidth());
    window.setWidth(width);
    window.setHeight(Math.min(pane.prefHeight(width), owner.getHeight()));
    window.setX(owner.getX() + (owner.getWidth() - window.getWidth()) / 2);
    window.setY(owner.getY() + (owner.getHeight() - window.getHeight()) / 2);
  }
}
