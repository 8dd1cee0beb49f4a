package dev.assay.app.gui.card;

import dev.assay.common.TextDifference;
import dev.assay.common.Visible;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A difference of texts as running text: what is gone is struck out between [− −], what is new is
/// underlined between [+ +], so that it can be told without colours.
public final class DifferenceNodes {

  private DifferenceNodes() {}

  /// The pieces in order.
  public static TextFlow flow(List<TextDifference.Piece> pieces) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll("flow", "difference");
    for (TextDifference.Piece piece : pieces) {
      String words = visible(piece.text());
      Text text =
          switch (piece.change()) {
            case SAME -> styled(words, "words");
            case REMOVED -> {
              Text gone = styled("[−" + words + "−]", "removed");
              gone.setStrikethrough(true);
              yield gone;
            }
            case ADDED -> {
              Text added = styled("[+" + words + "+]", "added");
              added.setUnderline(true);
              yield added;
            }
          };
      flow.getChildren().add(text);
    }
    flow.setAccessibleText(
        pieces.stream().map(DifferenceNodes::spoken).collect(Collectors.joining(" ")));
    return flow;
  }

  private static String spoken(TextDifference.Piece piece) {
    return switch (piece.change()) {
      case SAME -> piece.text();
      case REMOVED -> "removed: " + piece.text();
      case ADDED -> "added: " + piece.text();
    };
  }

  private static Text styled(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().addAll("text-run", style);
    return text;
  }

  private static String visible(String text) {
    return text.lines().map(Visible::of).collect(Collectors.joining("\n"))
        + (text.endsWith("\n") ? "\n" : "");
  }
}
