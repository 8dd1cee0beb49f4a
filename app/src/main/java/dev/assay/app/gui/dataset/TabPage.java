package dev.assay.app.gui.dataset;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What a tab holds: it scrolls, and stands flush with the tabs.
final class TabPage {

  private TabPage() {}

  static ScrollPane of(Node... content) {
    VBox box = new VBox(content);
    box.getStyleClass().add("tab-page");
    ScrollPane scroll = new ScrollPane(box);
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    return scroll;
  }
}
