package dev.assay.app.gui.part;

import javafx.scene.Node;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons beside words; they never stand for a word that is not there.
public final class Icons {

  private static final String SIZE = "-fx-font-size: 1.15em;";

  private Icons() {}

  /// An icon in the colour of the text around it, and growing with it. The library's own node has a
  /// size in pixels that themes set; its glyph as text has the size of what it stands in.
  public static Node of(Feather icon) {
    FontIcon drawn = new FontIcon(icon);
    Text glyph = new Text(drawn.getText());
    glyph.getStyleClass().add("icon");
    glyph.setStyle(drawn.getStyle().replaceAll("-fx-font-size:[^;]*;?", "") + SIZE);
    return glyph;
  }
}
