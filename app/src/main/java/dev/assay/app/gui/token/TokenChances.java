package dev.assay.app.gui.token;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.inference.Continued;
import dev.assay.inference.Continued.Piece;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A text token by token, each marked by how likely the model finds it: the less likely, the
/// heavier the line below it, and broken where it is least likely. What else could stand there is
/// in the tooltip; all of it is said aloud.
public final class TokenChances extends VBox {

  private static final int MOST_SHOWN = 600;
  private static final int MOST_ALOUD = 120;
  private static final int LONGEST = 40;

  /// How likely a token is.
  enum Chance {
    /// One half or more.
    LIKELY(0.5, "50 % or more"),
    /// A tenth or more.
    POSSIBLE(0.1, "10 to 50 %"),
    /// A hundredth or more.
    UNLIKELY(0.01, "1 to 10 %"),
    /// Less.
    RARE(0, "below 1 %");

    private final double from;
    private final String words;

    Chance(double from, String words) {
      this.from = from;
      this.words = words;
    }

    static Chance of(double probability) {
      for (Chance chance : values()) {
        if (probability >= chance.from) {
          return chance;
        }
      }
      return RARE;
    }

    String style() {
      return "chance-" + ordinal();
    }
  }

  /// @param title what the text is, in front of how likely it is; may be empty
  public TokenChances(String title, Continued text) {
    super(8);
    getStyleClass().add("token-chances");
    Label heading = Parts.text((title.isEmpty() ? "" : title + ": ") + inWords(text));
    heading.getStyleClass().add("card-title");
    FlowPane flow = new FlowPane(1, 5);
    flow.setRowValignment(VPos.CENTER);
    List<Piece> pieces = text.pieces();
    for (int i = 0; i < Math.min(MOST_SHOWN, pieces.size()); i++) {
      flow.getChildren().add(piece(pieces.get(i), isEnd(text, i)));
    }
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(aloud(text));
    flow.setFocusTraversable(true);
    flow.getStyleClass().add("chance-flow");
    getChildren().addAll(heading, flow, legend());
    int more = pieces.size() - MOST_SHOWN + text.left();
    if (pieces.size() > MOST_SHOWN || text.left() > 0) {
      getChildren().add(Parts.quiet("and " + Rounded.count(more) + " tokens more"));
    }
  }

  /// "12 tokens, perplexity 3.21; the model ended the text".
  static String inWords(Continued text) {
    int tokens = text.pieces().size();
    return tokens == 0
        ? "no token"
        : Rounded.count(tokens)
            + (tokens == 1 ? " token" : " tokens")
            + ", perplexity "
            + Rounded.number(text.perplexity())
            + (text.ended() ? "; the model ended the text" : "");
  }

  /// Every token with its probability: "the 45 %, cat 3.1 %".
  static String aloud(Continued text) {
    List<Piece> pieces = text.pieces();
    StringBuilder words = new StringBuilder("Tokens and how likely each is: ");
    for (int i = 0; i < Math.min(MOST_ALOUD, pieces.size()); i++) {
      words
          .append(i == 0 ? "" : ", ")
          .append(shown(pieces.get(i), isEnd(text, i)).strip())
          .append(' ')
          .append(percent(pieces.get(i).probability()));
    }
    return words.append(pieces.size() > MOST_ALOUD ? " …" : ".").toString();
  }

  private static boolean isEnd(Continued text, int place) {
    return text.ended() && place == text.pieces().size() - 1;
  }

  private static String shown(Piece piece, boolean end) {
    if (end && piece.text().isBlank()) {
      return "(end)";
    }
    if (piece.text().isEmpty()) {
      return "#" + piece.id();
    }
    String lines = piece.text().replace("\r", "").replace("\n", "↵");
    return lines.isBlank() ? "␣" : Visible.of(lines, LONGEST);
  }

  private static Label piece(Piece piece, boolean end) {
    Label label = new Label(shown(piece, end));
    label.getStyleClass().addAll("chance", Chance.of(piece.probability()).style());
    label.setTooltip(new Tooltip(tip(piece, end)));
    return label;
  }

  /// What a token's tooltip says.
  static String tip(Piece piece, boolean end) {
    String own =
        "“"
            + shown(piece, end).strip()
            + "” "
            + percent(piece.probability())
            + ", place "
            + Rounded.count(piece.rank())
            + " of what could stand here";
    String others =
        piece.likeliest().stream()
            .map(
                word ->
                    "  "
                        + percent(word.probability())
                        + "  "
                        + Visible.of(word.text().replace("\n", "↵"), LONGEST))
            .collect(Collectors.joining("\n"));
    return others.isEmpty() ? own : own + "\nThe likeliest:\n" + others;
  }

  /// "45.2 %"; what is too small to be told, "below 0.1 %".
  private static String percent(double share) {
    return share > 0 && share < 0.001 ? "below 0.1 %" : Rounded.percent(share);
  }

  private static FlowPane legend() {
    FlowPane legend = new FlowPane(10, 4, Parts.quiet("How likely:"));
    for (Chance chance : Chance.values()) {
      Label mark = new Label(chance.words);
      mark.getStyleClass().addAll("chance", chance.style(), "secondary");
      legend.getChildren().add(mark);
    }
    return legend;
  }
}
