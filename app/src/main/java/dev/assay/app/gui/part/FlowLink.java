package dev.assay.app.gui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;

/// A link in running text that wraps like the words around it. The toolkit's own link is one box,
/// which runs out of a narrow place; here only its first word is one, and takes the keyboard's
/// focus for all of it.
public final class FlowLink {

  private FlowLink() {}

  /// @param words of the link
  /// @param act what it does
  /// @param styles further style classes of all its parts
  /// @return parts in order; the first takes the focus
  public static List<Node> of(String words, Runnable act, String... styles) {
    int end = words.indexOf(' ');
    Hyperlink first = new Hyperlink(end < 0 ? words : words.substring(0, end));
    first.setAccessibleText(words);
    first.setOnAction(event -> act.run());
    first.getStyleClass().addAll(styles);
    List<Node> parts = new ArrayList<>(List.of(first));
    if (end >= 0) {
      Text rest = new Text(words.substring(end));
      rest.getStyleClass().addAll("text-run", "link");
      rest.getStyleClass().addAll(styles);
      rest.setCursor(Cursor.HAND);
      rest.setOnMouseClicked(event -> act.run());
      parts.add(rest);
    }
    return parts;
  }
}
