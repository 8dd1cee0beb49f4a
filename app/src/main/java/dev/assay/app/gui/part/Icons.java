package dev.assay.app.gui.part;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons beside words; they never stand for a word that is not there.
public final class Icons {

  private Icons() {}

  /// An icon in the colour of the text around it.
  public static Node of(Feather icon) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().add("icon");
    return node;
  }
}
