package dev.assay.app.gui.rows;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Visible;
import dev.assay.inference.TextTokens;
import dev.assay.inference.TextTokens.Piece;
import dev.assay.usecase.OpenRun;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The tokens of a text as the model reads them, when asked for: special ones are quiet, what the
/// vocabulary lacks is underlined, and what is cut is struck through.
final class TokensPane extends VBox {

  private static final int MOST_SHOWN = 600;

  private final Session session;
  private final OpenRun open;
  private final int row;

  /// @param row data row, 0-based
  TokensPane(Session session, OpenRun open, int row) {
    super(8);
    this.session = session;
    this.open = open;
    this.row = row;
    Button show = new Button("What does the model read?");
    show.setId("show-tokens");
    show.getStyleClass().addAll("quiet", "small");
    show.setAccessibleText("Show the tokens of row " + (row + 1));
    show.setWrapText(true);
    show.setMinHeight(Button.USE_PREF_SIZE);
    show.setOnAction(event -> ask());
    getChildren().add(show);
  }

  private void ask() {
    getChildren().setAll(Parts.quiet("Making tokens …"));
    session
        .tasks()
        .start(
            "Making the tokens of row " + (row + 1),
            item -> session.wiring().explainText().tokens(open, row, item, item.cancellation()),
            this::show);
  }

  private void show(TextTokens tokens) {
    Label title = Parts.text(tokens.inWords());
    title.getStyleClass().add("card-title");
    FlowPane pieces = new FlowPane(3, 4);
    pieces.setId("tokens");
    tokens.pieces().stream().limit(MOST_SHOWN).forEach(p -> pieces.getChildren().add(piece(p)));
    pieces.setAccessibleRole(AccessibleRole.TEXT);
    pieces.setAccessibleText(
        tokens.pieces().stream()
            .limit(MOST_SHOWN)
            .map(p -> Visible.of(p.piece(), 40) + aloud(p))
            .collect(Collectors.joining(" ")));
    getChildren().setAll(title, pieces);
    int more = tokens.pieces().size() - MOST_SHOWN;
    if (more > 0) {
      getChildren().add(Parts.quiet("and " + more + " more; 'assay explain --tokens' shows all"));
    }
  }

  private static String aloud(Piece piece) {
    return piece.unknown() ? " (unknown)" : piece.read() ? "" : " (cut)";
  }

  private static Label piece(Piece piece) {
    Label label = new Label(Visible.of(piece.piece(), 40));
    label.getStyleClass().add("token");
    if (piece.special()) {
      label.getStyleClass().add("token-special");
    } else if (piece.unknown()) {
      label.getStyleClass().add("token-unknown");
    } else if (!piece.read()) {
      label.getStyleClass().add("token-cut");
    }
    label.setTooltip(new Tooltip("id " + piece.id() + aloud(piece)));
    return label;
  }
}
